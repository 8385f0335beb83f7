import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command, type House } from "@/scripts/lib/house";

/** What the production build is made from. */
const parts = [
  "app",
  "components",
  "i18n",
  "lib",
  "messages",
  "public",
  "scripts",
  "proxy.ts",
  "package.json",
  "tsconfig.json",
];

/** Inside the checkout, so that node_modules is found; ignored by git. */
export const treeFolder = join(process.cwd(), ".cache", "bench", "tree");

/** The types are the type checker's work; the output does not depend on them. */
const configuration = `import base from "./next.config.kehe.js";

export default { ...base, typescript: { ignoreBuildErrors: true } };
`;

/**
 * Builds a copy of the working tree to which one bare page is added, so that neither the page nor the
 * build touches the tree itself. `reuse` keeps an earlier copy and its build.
 */
export async function buildTree(house: House, reuse: boolean): Promise<void> {
  if (reuse && existsSync(join(treeFolder, ".next", "BUILD_ID"))) return;
  rmSync(treeFolder, { recursive: true, force: true });
  mkdirSync(treeFolder, { recursive: true });
  for (const part of parts.filter((name) => existsSync(name))) {
    cpSync(part, join(treeFolder, part), {
      recursive: true,
      filter: (file) => !/\.test\.tsx?$/.test(file),
    });
  }
  cpSync("next.config.js", join(treeFolder, "next.config.kehe.js"));
  writeFileSync(join(treeFolder, "next.config.js"), configuration);
  mkdirSync(join(treeFolder, "app", "zz-bare"));
  cpSync("bench/bare-page.tsx", join(treeFolder, "app", "zz-bare", "page.tsx"));
  await house.run(
    [...command("next", "dist/bin/next", "build"), treeFolder],
    "The copy couldn't be built (see above).",
  );
}
