import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { type Cookies, origin, post, signInAll, type Told, told } from "./http";
import { type Sample, samples } from "./samples";
import { fingerprint } from "./watch";
import { prepareWorld } from "./ways/scene";

const folder = mkdtempSync(join(tmpdir(), "kehe-bad-input-"));
process.env.KEHE_FILES_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world = useWorld();
let cookies: Cookies = new Map();

beforeAll(async () => {
  await prepareWorld(world);
  cookies = await signInAll(world);
});

/** Counters and the security log are meant to change on a refusal; sessions note their last use. */
const except = ["rate_counter", "security_log", "session"];
const print = () => fingerprint(world, { except });

interface Case {
  what: string;
  body: BodyInit | null;
  status: number;
}

const json = (value: unknown): string => JSON.stringify(value);
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The body with one more own key, as text, so that `__proto__` is a key like any other. */
const withKey = (body: object, key: string): string =>
  `{${[`${json(key)}:{"x":1}`, json(body).slice(1, -1)].filter(Boolean).join()}}`;

function casesOf(body: Record<string, unknown>): Case[] {
  const texts = Object.entries(body).filter(([, value]) => typeof value === "string");
  return [
    { what: "broken JSON", body: '{"projectId":', status: 400 },
    { what: "no body", body: null, status: 400 },
    { what: "invalid UTF-8", body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), status: 400 },
    { what: "an array", body: json([body]), status: 422 },
    { what: "a number", body: "42", status: 422 },
    { what: "null", body: "null", status: 422 },
    { what: "a text", body: '"x"', status: 422 },
    { what: "true", body: "true", status: 422 },
    { what: "an extra field", body: json({ ...body, extra: 1 }), status: 422 },
    { what: "a __proto__ key", body: withKey(body, "__proto__"), status: 422 },
    { what: "a constructor key", body: withKey(body, "constructor"), status: 422 },
    { what: "deep nesting", body: `${"[".repeat(50_000)}${"]".repeat(50_000)}`, status: 422 },
    { what: "1 MB too much", body: json({ ...body, extra: "x".repeat(1_048_577) }), status: 413 },
    ...texts.flatMap(([key]) => [
      { what: `an object for ${key}`, body: json({ ...body, [key]: { a: 1 } }), status: 422 },
      { what: `an array for ${key}`, body: json({ ...body, [key]: [] }), status: 422 },
      { what: `a null byte in ${key}`, body: json({ ...body, [key]: "a\u0000b" }), status: 422 },
      { what: `half a surrogate in ${key}`, body: `{"${key}":"\\ud800"}`, status: 422 },
      {
        what: `deep nesting in ${key}`,
        body: json({ ...body, [key]: "@" }).replace(
          '"@"',
          `${"[".repeat(9999)}${"]".repeat(9999)}`,
        ),
        status: 422,
      },
    ]),
  ];
}

const sender = (sample: Sample) => ({ cookie: cookies.get(sample.role) });

function expectProblem(answer: Told, status: number, place: string): void {
  expect(answer, place).toMatchObject({ status, type: "application/problem+json" });
  expect(answer.code, place).toMatch(/^[a-z_]+$/);
}

describe.each(samples)("$command", { timeout: 60_000 }, (sample) => {
  it("refuses malformed bodies by their status and changes nothing", async () => {
    const body = await sample.body(world);
    await world.owner.rateCounter.deleteMany();
    const before = await print();
    for (const each of casesOf(body)) {
      await world.owner.rateCounter.deleteMany();
      const answer = await post(sample.command, { ...sender(sample), body: each.body });
      expectProblem(answer, each.status, each.what);
    }
    expect(await print()).toEqual(before);
  });

  it("refuses strangers, other origins and other media types, and foreign ids", async () => {
    const right = await sample.body(world);
    const body = json(right);
    const before = await print();
    const send = (headers: Record<string, string>, cookie = sender(sample).cookie) =>
      post(sample.command, { cookie, body, headers });
    expectProblem(await send({ origin: "" }), 403, "no origin");
    expectProblem(await send({ origin: "https://evil.example" }), 403, "foreign origin");
    expectProblem(await send({ origin: "null" }), 403, "opaque origin");
    expectProblem(await send({ "content-type": "text/plain" }), 415, "plain text");
    expectProblem(await send({ "content-type": "" }), 415, "no media type");
    if (!sample.open) {
      expectProblem(await post(sample.command, { body }), 401, "no session");
      const forged = await send({}, "kehe.session=eyJhbGciOiJkaXIifQ..x.y.z");
      expectProblem(forged, 401, "forged session");
    }
    for (const [key, value] of Object.entries(right)) {
      if (typeof value !== "string" || !uuid.test(value)) continue;
      await world.owner.rateCounter.deleteMany();
      const foreign = json({ ...right, [key]: randomUUID() });
      const answer = await post(sample.command, { ...sender(sample), body: foreign });
      expect([404, 422], `${key}: ${answer.status}`).toContain(answer.status);
      if (key === "projectId") expect(answer.status).toBe(404);
    }
    expect(await print()).toEqual(before);
  });
});

describe("the entry itself", () => {
  it("knows no other command, and answers strangers 401 before it says so", async () => {
    const cookie = cookies.get("manager");
    for (const name of ["approval.nothing", "__proto__", "toString", "../health", ""]) {
      expectProblem(await post(name, { cookie, body: "{}" }), 404, name);
      expectProblem(await post(name, { body: "{}" }), 401, name);
    }
  });

  it("refuses 10 MB, told or streamed", async () => {
    const body = `"${"x".repeat(10_485_760)}"`;
    const cookie = cookies.get("manager");
    expectProblem(await post("approval.decline-approval", { cookie, body }), 413, "10 MB");
    const headers = { "content-length": "" };
    const streamed = new Blob([body]).stream();
    const request = new Request(`${origin}/api/commands/x`, {
      method: "POST",
      body: streamed,
      headers: { origin, "content-type": "application/json", ...headers },
      ...{ duplex: "half" },
    });
    const { handleCommand } = await import("@/lib/http/command-endpoint");
    expectProblem(await told(await handleCommand("x", request)), 413, "a stream of 10 MB");
  });

  it("serves no other method", async () => {
    const route = await import("@/app/api/commands/[name]/route");
    for (const method of ["GET", "PUT", "PATCH", "DELETE"] as const) {
      const response = route[method]();
      expect(response.headers.get("allow")).toBe("POST");
      expectProblem(await told(response), 405, method);
    }
  });

  it("refuses a key that is none", async () => {
    const cookie = cookies.get("manager");
    const headers = { "idempotency-key": "short" };
    const answer = await post("approval.decline-approval", { cookie, body: "{}", headers });
    expectProblem(answer, 400, "a short key");
  });
});
