import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { type Cookies, origin, signInAll, told } from "./http";
import { fingerprint } from "./watch";
import { prepareWorld } from "./ways/scene";

const folder = mkdtempSync(join(tmpdir(), "kehe-bad-requests-"));
process.env.KEHE_FILES_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world = useWorld();
let cookies: Cookies = new Map();
beforeAll(async () => {
  await prepareWorld(world);
  cookies = await signInAll(world);
});

/** Counters, the log of refusals and the sessions' last use may change. */
const except = ["rate_counter", "security_log", "session", "login_counter", "known_browser"];
const print = () => fingerprint(world, { except });

const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
const boundary = "xxBOUNDARYxx";
const multipart = `multipart/form-data; boundary=${boundary}`;

/** One part as a browser sends it, with this header line. */
const part = (disposition: string, content = pdf) =>
  `--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n--${boundary}--\r\n`;
const named = (name: string) => part(`form-data; name="file"; filename="${name}"`);

async function upload(body: BodyInit | null, headers: Record<string, string> = {}) {
  const { POST } = await import("@/app/api/files/route");
  const all = {
    origin,
    cookie: cookies.get("filler") ?? "",
    "content-type": multipart,
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  return told(
    await POST(new Request(`${origin}/api/files`, { method: "POST", body, headers: given })),
  );
}

describe("an upload", () => {
  it.each([
    ["no origin", named("a.pdf"), { origin: "" }, 403],
    ["a foreign origin", named("a.pdf"), { origin: "https://evil.example" }, 403],
    ["no session", named("a.pdf"), { cookie: "" }, 401],
    ["another media type", named("a.pdf"), { "content-type": "application/json" }, 415],
    ["no boundary", named("a.pdf"), { "content-type": "multipart/form-data" }, 400],
    ["no body", null, {}, 400],
    ["no file in it", part('form-data; name="other"'), {}, 400],
    ["two files", named("a.pdf").replace(`--${boundary}--`, named("b.pdf").trimEnd()), {}, 400],
    ["a cut body", named("a.pdf").slice(0, -12), {}, 400],
    ["bytes that are no document", named("a.pdf").replace("%PDF-1.7", "<script>"), {}, 415],
    ["a length that is too large", named("a.pdf"), { "content-length": "99999999999" }, 413],
  ])("with %s is refused and leaves nothing", async (_what, body, headers, status) => {
    const before = await print();
    expect(await upload(body, headers)).toMatchObject({ status, type: "application/problem+json" });
    expect(await print()).toEqual(before);
    expect(
      readdirSync(folder, { recursive: true }).filter((each) => `${each}`.length > 40),
    ).toEqual([]);
  });

  it.each([
    "a\u0000b.pdf",
    "..\\..\\a.pdf",
    "../../../etc/a.pdf",
    "😀.pdf",
    `${"字".repeat(400)}.pdf`,
    "a%00b.pdf",
  ])("keeps or refuses the name %j, never failing", async (name) => {
    expect([200, 400, 415, 422]).toContain((await upload(named(name))).status);
  });

  it.each(["x", "00000000-0000-0000-0000-000000000000", "%00", "..", "__proto__"])(
    "is not found by the id %s",
    async (id) => {
      const { GET } = await import("@/app/api/files/[id]/route");
      const request = new Request(`${origin}/api/files/x`, {
        headers: { cookie: cookies.get("auditor") ?? "" },
      });
      const response = await GET(request, { params: Promise.resolve({ id }) });
      expect(await told(response)).toMatchObject({ status: 404 });
    },
  );
});

async function auth(
  path: string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
  method = "POST",
) {
  const { handleAuth } = await import("@/lib/accounts/auth-endpoint");
  const all = { origin, "content-type": "application/json", ...headers };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  const request = new Request(`${origin}/api/auth/${path}`, { method, body, headers: given });
  return handleAuth(path.split("/"), request);
}

describe("signing in", () => {
  const place = "callback/credentials";
  const credentials = JSON.stringify({ username: "officer", password: "wrong", json: "true" });

  it.each([
    ["no origin", credentials, { origin: "" }, 403],
    ["a foreign origin", credentials, { origin: "https://evil.example" }, 403],
    ["broken JSON", '{"username":', {}, 400],
    ["an array", "[]", {}, 400],
    ["a number", "1", {}, 400],
    ["an object for the name", '{"username":{"a":1},"password":"x"}', {}, 400],
    ["deep nesting", `${"[".repeat(7000)}${"]".repeat(7000)}`, {}, 400],
    ["invalid UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), {}, 400],
    ["10 MB", `"${"x".repeat(10_485_760)}"`, {}, 413],
    ["another media type", credentials, { "content-type": "text/plain" }, 415],
    ["a null character", '{"username":"a\\u0000","password":"b\\u0000","json":"true"}', {}, 401],
    ["half a surrogate", '{"username":"\\ud800","password":"\\udfff","json":"true"}', {}, 401],
    ["a __proto__ key", '{"__proto__":{"a":1},"username":"x","json":"true"}', {}, 401],
    ["nothing", "{}", {}, 401],
  ])("with %s is refused", async (_what, body, headers, status) => {
    const before = await print();
    const response = await auth(place, body, headers);
    const answered = response.status === 303 && status === 401 ? 401 : response.status;
    expect(answered).toBe(status);
    expect(response.headers.getSetCookie().join()).not.toContain("kehe.session=ey");
    expect(await print()).toEqual(before);
  });

  it("serves no other address and no other method", async () => {
    for (const path of [
      "callback/other",
      "callback/credentials/more",
      "_log",
      "signin/credentials",
      "__proto__",
    ]) {
      expect((await auth(path, "{}")).status, path).toBe(404);
    }
    expect((await auth("providers/x", null, {}, "GET")).status).toBe(404);
    expect((await auth("signout", null, { origin: "" })).status).toBe(403);
  });
});

describe("switching the language", () => {
  const wanted = "locale=en&next=/projects";
  const form = "application/x-www-form-urlencoded";

  async function switchTo(body: BodyInit | null, headers: Record<string, string>) {
    const { POST } = await import("@/app/api/locale/route");
    const all = { origin, "content-type": form, ...headers };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
    return POST(new Request(`${origin}/api/locale`, { method: "POST", body, headers: given }));
  }

  it("is kept in a cookie and goes back to where one was", async () => {
    const response = await switchTo(wanted, {});
    expect([response.status, response.headers.get("location")]).toEqual([303, "/projects"]);
    expect(response.headers.get("set-cookie")).toContain("=en;");
  });

  it.each([
    ["no origin", wanted, { origin: "" }, 403],
    ["a foreign origin", wanted, { origin: "https://evil.example" }, 403],
    ["a language that Kehe doesn't have", "locale=fr", {}, 422],
    ["nothing", null, {}, 422],
    ["another media type", wanted, { "content-type": "text/plain" }, 415],
    ["broken JSON", "{", { "content-type": "application/json" }, 400],
    ["10 MB", `locale=${"x".repeat(10_485_760)}`, {}, 413],
  ])("with %s is refused", async (_what, body, headers, status) => {
    const response = await switchTo(body, headers);
    expect(await told(response)).toMatchObject({ status, type: "application/problem+json" });
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it("never leads to another site", async () => {
    for (const next of ["//evil.example", "https://evil.example/", "/\\\\evil.example"]) {
      const response = await switchTo(`locale=en&next=${encodeURIComponent(next)}`, {});
      expect(response.headers.get("location")).toBe("/");
    }
  });
});
