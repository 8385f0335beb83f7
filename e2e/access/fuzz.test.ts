import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { type Cookies, post, signInAll } from "./http";
import { samples } from "./samples";
import { fingerprint } from "./watch";
import { prepareWorld } from "./ways/scene";

const folder = mkdtempSync(join(tmpdir(), "kehe-fuzz-"));
process.env.KEHE_FILES_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world = useWorld();
let cookies: Cookies = new Map();
beforeAll(async () => {
  await prepareWorld(world);
  cookies = await signInAll(world);
});

const except = ["rate_counter", "security_log", "session"];
const print = () => fingerprint(world, { except });

/** What people, programs and attackers put where something else belongs. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    2_147_483_648,
    9_007_199_254_740_991,
    -9_007_199_254_740_991,
    1e308,
    "",
    " ",
    "0",
    "-1",
    "1e9",
    "NaN",
    "99999999999999.99",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "'; drop table project; --",
    "%_\\",
    "\u202e\u200b\ufeff",
    "😀",
    "字".repeat(5000),
    [],
    {},
    [[]],
    { toString: "x", hasOwnProperty: 1 },
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Place {
  holder: object;
  key: string;
}

/** Every place of a body that holds a value, outermost first. */
function placesIn(value: unknown): Place[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value, key },
    ...placesIn(inner),
  ]);
}

/** A copy of the body with one value replaced, or taken away. */
function changed(body: unknown, at: number, value: unknown, drop: boolean): unknown {
  const copy: unknown = structuredClone(body);
  const places = placesIn(copy);
  const place = places[at % Math.max(places.length, 1)];
  if (place === undefined) return value;
  if (drop) Reflect.deleteProperty(place.holder, place.key);
  else Reflect.set(place.holder, place.key, value);
  return copy;
}

const change = fc.tuple(fc.nat(400), odd, fc.integer({ min: 0, max: 9 }));
const allowed = [200, 403, 404, 409, 422];

it.each(samples)("$command takes bodies near its own without ever failing", async (sample) => {
  let body = JSON.parse(JSON.stringify(await sample.body(world)));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
      await world.owner.rateCounter.deleteMany();
      const sent = changes.reduce<unknown>(
        (at, [place, value, luck]) => changed(at, place, value, luck === 0),
        body,
      );
      const before = await print();
      const answer = await post(sample.command, {
        cookie: cookies.get(sample.role),
        body: JSON.stringify(sent),
      });
      expect(allowed, `${answer.status} ${answer.code}`).toContain(answer.status);
      if (answer.status !== 200) expect(await print()).toEqual(before);
      else {
        body = JSON.parse(JSON.stringify(await sample.body(world)));
        // What worked may have ended the sender's own session.
        if (sample.command.startsWith("accounts.")) cookies = await signInAll(world);
      }
    }),
    { numRuns: 10 },
  );
});
