import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { House } from "@/scripts/lib/house";
import { Client } from "./client";
import type { Seeded } from "./seed/index";
import { startServer } from "./server";
import { bareTarget, commandTarget, type PageTarget } from "./targets";

const requests = 400;

const cpuProfile = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

/** Asks one target over and over on a profiled server and prints where its time went, a request. */
export async function profile(
  house: House,
  port: number,
  targets: readonly PageTarget[],
  name: string,
  seeded: Seeded,
  districtCookie: string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kehe-bench-profile-"));
  const web = await startServer(house, {
    port,
    nodeArguments: ["--cpu-prof", "--cpu-prof-dir", folder, "--cpu-prof-interval", "200"],
  });
  const client = new Client(web.origin);
  const target = targets.find((each) => each.name === name);
  const times: number[] = [];
  for (let n = 0; n < requests; n++) {
    const { milliseconds } = await client.ask(askOf(name, target, seeded, districtCookie));
    times.push(milliseconds);
  }
  client.close();
  await web.stop();
  const p50 = times.toSorted((a, b) => a - b)[requests / 2] ?? Number.NaN;
  console.log(`\n${name}: p50 ${p50.toFixed(1)} ms under the profiler, ${requests} requests`);
  for (const file of readdirSync(folder)) summarise(join(folder, file));
  rmSync(folder, { recursive: true });
}

function askOf(name: string, target: PageTarget | undefined, seeded: Seeded, cookie: string) {
  if (target) return target;
  const waiting = name === commandTarget.name ? seeded.waiting.shift() : undefined;
  if (!waiting) return bareTarget;
  return { path: commandTarget.path, cookie, json: commandTarget.body(waiting.id) };
}

/** Own time by place in the code, in milliseconds a request. */
function summarise(file: string): void {
  const { nodes, samples, timeDeltas } = cpuProfile.parse(JSON.parse(readFileSync(file, "utf8")));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const places = new Map<string, number>();
  const functions = new Map<string, number>();
  samples.forEach((id, at) => {
    const frame = frames.get(id);
    if (!frame) return;
    const spent = (timeDeltas[at] ?? 0) / 1000 / requests;
    const place = placeOf(frame.url, frame.functionName);
    places.set(place, (places.get(place) ?? 0) + spent);
    const key = `${frame.functionName || "(anonymous)"} ${place}:${frame.lineNumber + 1}`;
    functions.set(key, (functions.get(key) ?? 0) + spent);
  });
  print("by place", places, 14);
  print("by function", functions, 25);
}

function placeOf(url: string, functionName: string): string {
  if (url === "") return functionName;
  const path = url.replace(/^file:\/\//, "");
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)(\/.*)?$/.exec(path);
  if (inPackage) return inPackage[1] ?? path;
  return path.split("/").slice(-2).join("/");
}

function print(title: string, times: ReadonlyMap<string, number>, most: number): void {
  console.log(`\n${title}, ms a request`);
  const sorted = [...times].sort(([, one], [, other]) => other - one).slice(0, most);
  for (const [name, spent] of sorted) console.log(`${spent.toFixed(3).padStart(9)}  ${name}`);
}
