/**
 * Runs on the machine's own Node (20 or newer) with nothing installed: installs what package-lock.json names,
 * then hands over to the project's Node with TypeScript support. No import from node_modules here.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const OLDEST_NODE = 20;

/** Installs if needed, then runs a TypeScript file on the project's Node; ends with its exit code. */
export async function runWithProject(script, args) {
  process.chdir(root);
  try {
    checkNode();
    if (!installed()) await install();
    ensureNode();
  } catch (error) {
    process.stderr.write(`Kehe can't start: ${error.message}\n`);
    process.exit(1);
  }
  handOver(script, args);
}

function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < OLDEST_NODE) {
    throw new Error(`Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}.`);
  }
}

/** True when node_modules holds what package-lock.json names; npm writes its own list last. */
function installed() {
  const list = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const present = readPackages(list);
  return Object.entries(readPackages(join(root, "package-lock.json"))).every(
    ([path, wanted]) => path === "" || wanted.optional || wanted.version === present[path]?.version,
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** Without install scripts: one of them downloads from outside the registry, and Kehe needs none but Node's. */
async function install() {
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  process.stdout.write("Installing the packages of package-lock.json (a minute or two, once) …\n");
  const beat = setInterval(
    () => process.stdout.write(`  still installing, ${seconds()}\n`),
    10_000,
  );
  const code = await new Promise((resolve) => {
    const npm = spawn(
      "npm",
      ["ci", "--ignore-scripts", "--loglevel=error", "--no-audit", "--no-fund"],
      {
        stdio: ["ignore", "ignore", "inherit"],
        shell: process.platform === "win32",
        env: environmentWithoutNpm(),
      },
    );
    npm.once("error", () => resolve(1));
    npm.once("exit", resolve);
  });
  clearInterval(beat);
  if (code !== 0)
    throw new Error("npm ci failed (see above): check the network and the npm registry.");
  process.stdout.write(`  installed in ${seconds()}\n`);
}

/** The package "node" fetches the binary of this platform in its install script. */
function ensureNode() {
  if (runs(projectNode())) return;
  process.stdout.write("Fetching the project's own Node …\n");
  const made = spawnSync(process.execPath, ["installArchSpecificPackage.js"], {
    cwd: join(root, "node_modules", "node"),
    stdio: ["ignore", "ignore", "inherit"],
    env: environmentWithoutNpm(),
  });
  if (made.status !== 0 || !runs(projectNode())) {
    throw new Error(
      "the package node could not be completed: check the network and the npm registry.",
    );
  }
}

function runs(binary) {
  return existsSync(binary) && spawnSync(binary, ["--version"]).status === 0;
}

function projectNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  return join(root, "node_modules", "node", "bin", name);
}

/** Under npm start, npm's own settings would lead a second npm to the wrong folder. */
function environmentWithoutNpm() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(lifecycle|package|config_(local_prefix|ignore_scripts|prefix))/i.test(name),
    ),
  );
}

/** The leash makes the child stop when this process is killed; a Ctrl-C reaches it by itself. */
function handOver(script, args) {
  const require = createRequire(join(root, "package.json"));
  const node = projectNode();
  const child = spawn(
    node,
    ["--import", require.resolve("tsx"), join("scripts", script), ...args],
    {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`,
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  stopWithNpm(() => child.kill("SIGTERM"));
  child.once("error", (error) => {
    process.stderr.write(`Kehe can't start: ${error.message}\n`);
    process.exit(1);
  });
  child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** npm that is killed tells nobody: its script sees that it has got another parent. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}
