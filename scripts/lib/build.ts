import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { command, type House, step } from "./house";

/** What a build is made from; a change in any of it makes a new one. */
const BUILD_INPUTS = [
  "app",
  "components",
  "i18n",
  "lib",
  "messages",
  "prisma/schema.prisma",
  "public",
  "proxy.ts",
  "next.config.js",
  "package-lock.json",
  "tsconfig.json",
];

/** Generates the Prisma client unless it already belongs to this schema. */
export async function ensureClient(house: House): Promise<void> {
  const hash = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  if (isStamped("lib/generated/prisma/.made-from", hash)) return;
  await step("Generating the database client", () => {
    // The command insists on a native engine, which isn't on the registry, and never runs it to generate.
    process.env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;
    process.env.PRISMA_HIDE_UPDATE_MESSAGE = "1";
    return house.run(
      command("prisma", "build/index.js", "generate", "--no-hints"),
      "The database client couldn't be generated (see above).",
    );
  });
  stamp("lib/generated/prisma/.made-from", hash);
}

/** Builds the application unless the last build was made from the same files. */
export async function ensureBuild(house: House): Promise<void> {
  const hash = hashOf(BUILD_INPUTS);
  if (existsSync(".next/BUILD_ID") && isStamped(".next/.made-from", hash)) return;
  await step("Building the application", () => {
    process.env.NEXT_TELEMETRY_DISABLED = "1";
    return house.run(
      command("next", "dist/bin/next", "build"),
      "The application couldn't be built (see above).",
    );
  });
  if (!existsSync(".next/BUILD_ID")) throw new SetupProblem("The build ended without a result.");
  stamp(".next/.made-from", hash);
}

function hashOf(paths: string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith("lib/generated/") && !/\.test\.tsx?$/.test(file))
    .sort();
}

function isStamped(file: string, hash: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

function stamp(file: string, hash: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}
