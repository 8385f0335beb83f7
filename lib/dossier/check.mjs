/**
 * Checks an unpacked project file against its manifest, anywhere and without the system:
 *   node check.mjs [folder]        Node 20 or later, nothing to install
 * Exit code 0: everything is as the manifest says; 1: something is not, or can't be read.
 * 项目档案核对程序：无需联网，无需安装其他软件。退出码 0 为一致，1 为不一致或无法读取。
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const eventsPath = "records/events.json";
/** What computers leave in folders by themselves. */
const droppings = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** Every file below the folder: its path in the archive → its place. Links are not followed. */
async function filesBelow(place, prefix = "") {
  const found = new Map();
  for (const entry of await readdir(place, { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    const inner = join(place, entry.name);
    if (entry.isDirectory()) {
      for (const [below, file] of await filesBelow(inner, `${path}/`)) found.set(below, file);
    } else if (!droppings.has(entry.name)) {
      found.set(path.normalize("NFC"), inner);
    }
  }
  return found;
}

async function measured(file) {
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of createReadStream(file)) {
    hash.update(piece);
    size += piece.length;
  }
  return { size, sha256: hash.digest("hex") };
}

/** Each file that is not what the manifest says, in the order of the manifest; then what it lacks. */
async function compare(entries) {
  const files = await filesBelow(folder);
  files.delete("manifest.json");
  const faults = [];
  for (const { path, size, sha256 } of entries) {
    const file = files.get(path.normalize("NFC"));
    files.delete(path.normalize("NFC"));
    if (file === undefined) {
      faults.push(`缺少 missing: ${path}`);
      continue;
    }
    const now = await measured(file);
    if (now.size !== size) faults.push(`已改动 changed: ${path} (${size} → ${now.size} bytes)`);
    else if (now.sha256 !== sha256) faults.push(`已改动 changed: ${path} (SHA-256)`);
  }
  for (const path of files.keys()) faults.push(`多余 extra: ${path}`);
  return faults;
}

/**
 * The chain as far as it can be followed without the key: numbers rise, each event that stands
 * directly after another of this project names that one's hash, the first of all names zeros. That
 * an event's hash fits its content only the system can tell; check.json holds its finding.
 */
function followed(events) {
  const faults = [];
  let links = 0;
  let last = { seq: 0n, hash: "0".repeat(64) };
  for (const { seq, previousHash, hash } of events) {
    const number = BigInt(seq);
    const follows = number === last.seq + 1n;
    if (number <= last.seq || !/^[0-9a-f]{64}$/.test(hash)) faults.push(seq);
    else if (follows && previousHash !== last.hash) faults.push(seq);
    if (follows) links += 1;
    last = { seq: number, hash };
  }
  return { faults: faults.map((seq) => `办理记录断链 broken link: event ${seq}`), links };
}

const json = async (path) => JSON.parse(await readFile(join(folder, path), "utf8"));

async function main() {
  const manifest = await json("manifest.json");
  if (!Array.isArray(manifest.entries) || !String(manifest.format).startsWith("kehe-dossier/")) {
    throw new Error("manifest.json 不是项目档案的清单 is not the manifest of a project file");
  }
  const faults = await compare(manifest.entries);
  const events = await json(eventsPath).catch(() => null);
  const chain = events === null ? { faults: [], links: 0 } : followed(events);
  const all = [...faults, ...chain.faults];
  const atMaking = await json("check.json").catch(() => null);
  const { sha256 } = await measured(join(folder, "manifest.json"));
  const count = manifest.entries.length;
  console.log(`${manifest.project?.number ?? "—"} ${manifest.project?.title ?? ""}`);
  console.log(`manifest.json SHA-256 ${sha256}`);
  console.log(`文件 ${count} 个，办理记录 ${events?.length ?? 0} 条（相邻 ${chain.links} 处）`);
  console.log(`${count} files, ${events?.length ?? 0} events (${chain.links} adjoining links)`);
  if (atMaking?.sound === false) {
    console.log("注意：生成档案时系统校验已发现问题，见 check.json");
    console.log("Note: the system found faults when this file was made, see check.json");
  }
  for (const fault of all) console.log(`  ${fault}`);
  if (all.length > 0) {
    console.log(`核对结果：不一致，共 ${all.length} 处`);
    console.log(`Result: NOT as the manifest says, ${all.length} found`);
    return 1;
  }
  console.log("核对结果：一致");
  console.log("Result: everything is as the manifest says");
  return 0;
}

process.exitCode = await main().catch((error) => {
  console.log(`无法核对 can't check: ${error.message}`);
  return 1;
});
