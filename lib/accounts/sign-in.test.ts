import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useWorld, worldStart } from "@/test/world";
import { hashPassword } from "./passwords";
import { actorOfRequest } from "./session";
import { signIn } from "./sign-in";

const world = useWorld();
const origin = "http://127.0.0.1:3000";
const right = "correct horse battery";
const waited: number[] = [];
const wait = async (milliseconds: number) => waited.push(milliseconds);
const minutes = (count: number) => new Date(new Date(worldStart).getTime() + count * 60_000);

beforeAll(async () => {
  await world.owner.userAccount.updateMany({
    where: { username: { in: ["officer", "officer2", "head"] } },
    data: { passwordHash: await hashPassword(right) },
  });
});

beforeEach(async () => {
  world.setClock(worldStart);
  waited.length = 0;
  await world.owner.loginCounter.deleteMany();
});

const attempt = (username: string, password: string, address = "10.0.0.1", browserToken?: string) =>
  signIn({ username, password, address, browserToken }, wait);

async function post(path: string, body: BodyInit | null, headers: Record<string, string> = {}) {
  const { handleAuth } = await import("./auth-endpoint");
  return handleAuth(
    path.split("/"),
    new Request(`${origin}/api/auth/${path}`, { method: "POST", body, headers }),
  );
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .filter((line) => !line.includes("Max-Age=0"))
    .map((line) => line.split(";")[0])
    .join("; ");
}

const asking = (cookie: string) => new Request(`${origin}/`, { headers: { cookie } });

describe("the lock", () => {
  it("counts per name and address, and lets another address in", async () => {
    for (let n = 0; n < 5; n++) {
      expect(await attempt("officer", "wrong")).toEqual({ ok: false, code: "wrong" });
    }
    expect(await attempt("officer", right)).toEqual({ ok: false, code: "locked" });
    expect(await attempt("officer", right, "10.0.0.2")).toMatchObject({ ok: true });
    expect(await attempt("officer2", right)).toMatchObject({ ok: true });
  });

  it("expires by itself", async () => {
    for (let n = 0; n < 6; n++) await attempt("officer", "wrong");
    world.setClock(minutes(14));
    expect(await attempt("officer", right)).toEqual({ ok: false, code: "locked" });
    world.setClock(minutes(15));
    expect(await attempt("officer", right)).toMatchObject({ ok: true });
  });

  it("treats a name that doesn't exist alike", async () => {
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push((await attempt("nobody\u0000", "x")).ok);
    expect(answers).toEqual([false, false, false, false, false, false]);
    expect(await attempt("nobody\u0000", "x")).toEqual({ ok: false, code: "locked" });
  });

  it("lets at most five of twelve simultaneous guesses be checked", async () => {
    const results = await Promise.all(
      Array.from({ length: 12 }, () => attempt("officer", "wrong")),
    );
    const codes = results.map((result) => (result.ok ? "ok" : result.code));
    expect(codes.filter((code) => code === "wrong")).toHaveLength(5);
    expect(codes.filter((code) => code === "locked")).toHaveLength(7);
  });

  it("leaves a browser that signed in before to its own counter", async () => {
    const first = await attempt("officer", right);
    if (!first.ok) throw new Error("not signed in");
    for (let n = 0; n < 6; n++) await attempt("officer", "wrong");
    expect(await attempt("officer", right)).toEqual({ ok: false, code: "locked" });
    const known = await attempt("officer", right, "10.0.0.1", first.browserToken);
    expect(known).toMatchObject({ ok: true, browserToken: first.browserToken });
    const foreign = await attempt("officer", right, "10.0.0.1", "A".repeat(43));
    expect(foreign).toEqual({ ok: false, code: "locked" });
    for (let n = 0; n < 5; n++) await attempt("officer", "wrong", "x", first.browserToken);
    const own = await attempt("officer", right, "x", first.browserToken);
    expect(own).toEqual({ ok: false, code: "locked" });
  });

  it("slows guessing from many addresses down without locking anybody out", async () => {
    for (let n = 0; n < 14; n++) await attempt("officer", "wrong", `10.0.1.${n}`);
    expect(waited).toEqual([250, 500, 1000, 2000]);
    expect(await attempt("officer", right, "10.0.2.1")).toMatchObject({ ok: true });
    expect(waited.at(-1)).toBe(4000);
  });

  it("gives right passwords back, so that signing in often is no guessing", async () => {
    for (let n = 0; n < 14; n++) {
      expect(await attempt("officer", right)).toMatchObject({ ok: true });
    }
    expect(waited).toEqual([]);
  });
});

describe("POST /api/auth/callback/credentials", () => {
  it("opens a session with a plain form, and sign-out ends it at once", async () => {
    const response = await post(
      "callback/credentials",
      form({ username: "Officer", password: right, callbackUrl: "/projects?page=2" }),
      { origin },
    );
    expect([response.status, response.headers.get("location")]).toEqual([303, "/projects?page=2"]);
    const cookie = cookiesOf(response);
    expect(cookie).toContain("kehe.session=");
    expect(response.headers.getSetCookie().every((line) => line.includes("HttpOnly"))).toBe(true);
    const actor = await actorOfRequest(asking(cookie));
    expect(actor).toMatchObject({ userId: world.id("officer"), kind: "user", name: "何科" });
    expect(actor?.held.map(({ role }) => role)).toEqual(["bureau_officer"]);
    const out = await post("signout", form({}), { origin, cookie });
    expect([out.status, out.headers.get("location")]).toEqual([303, "/sign-in"]);
    expect(await actorOfRequest(asking(cookie))).toBeNull();
  });

  it("works with next-auth's own token too, and refuses a wrong one", async () => {
    const { handleAuth } = await import("./auth-endpoint");
    const csrf = await handleAuth(["csrf"], new Request(`${origin}/api/auth/csrf`));
    const { csrfToken } = await csrf.json();
    const fields = { username: "officer", password: right, json: "true" };
    const headers = { origin, cookie: cookiesOf(csrf) };
    const good = await post("callback/credentials", form({ ...fields, csrfToken }), headers);
    expect([good.status, await good.json()]).toEqual([200, { url: "/" }]);
    const bad = await post("callback/credentials", form({ ...fields, csrfToken: "x" }), headers);
    expect([bad.status, await bad.json()]).toEqual([401, { url: "/sign-in?error=expired" }]);
    expect(cookiesOf(bad)).not.toContain("kehe.session=");
  });

  it("tells a failure the same way for any name, and never leads to another site", async () => {
    for (const username of ["officer", "nobody"]) {
      const fields = { username, password: "wrong", callbackUrl: "//evil.example/x" };
      const response = await post("callback/credentials", form(fields), { origin });
      expect([response.status, response.headers.get("location")]).toEqual([
        303,
        "/sign-in?error=wrong",
      ]);
      expect(cookiesOf(response)).not.toContain("kehe.session=");
    }
    const good = { username: "officer", password: right, callbackUrl: "https://evil.example/x" };
    const response = await post("callback/credentials", form(good), { origin });
    expect(response.headers.get("location")).toBe("/x");
  });

  it.each([
    ["no origin", form({ username: "officer", password: right }), {}, 403],
    ["a foreign origin", form({ username: "officer" }), { origin: "http://evil.example" }, 403],
    ["broken JSON", "{", { origin, "content-type": "application/json" }, 400],
    ["a list", "[1]", { origin, "content-type": "application/json" }, 400],
    ["null", "null", { origin, "content-type": "application/json" }, 400],
    [
      "an object for a text",
      '{"username":{"a":1},"password":["x"]}',
      { origin, "content-type": "application/json" },
      400,
    ],
    ["no UTF-8", new Uint8Array([0xff, 0xfe]), { origin, "content-type": "application/json" }, 400],
    ["XML", "<a/>", { origin, "content-type": "text/xml" }, 415],
    ["much too much", form({ password: "x".repeat(20_000) }), { origin }, 413],
    ["nothing", null, { origin }, 303],
  ])("answers %s", async (_what, body, headers, status) => {
    const response = await post("callback/credentials", body, headers);
    expect(response.status).toBe(status);
    expect(cookiesOf(response)).not.toContain("kehe.session=");
    if (status >= 400) {
      expect(response.headers.get("content-type")).toContain("application/problem+json");
    }
  });

  it.each(["session", "_log", "signin/credentials", "callback/other", "constructor"])(
    "answers 404 to %s and 403 without Origin",
    async (path) => {
      expect((await post(path, form({}), { origin })).status).toBe(404);
      expect((await post(path, form({}))).status).toBe(403);
    },
  );

  it("survives broken cookies", async () => {
    const cookie = "kehe.session=x.y.z; kehe.csrf=%E0%A4%A; kehe.callback=javascript:1; =;;";
    const fields = { username: "officer", password: right };
    const response = await post("callback/credentials", form(fields), { origin, cookie });
    expect(response.headers.get("location")).toBe("/");
    expect(await actorOfRequest(asking(cookie))).toBeNull();
  });
});

describe("a session", () => {
  async function signedIn(username: string) {
    const response = await post("callback/credentials", form({ username, password: right }), {
      origin,
    });
    return asking(cookiesOf(response));
  }

  it("ends when idle, and after its absolute limit however much it is used", async () => {
    const request = await signedIn("head");
    world.setClock(minutes(30));
    expect(await actorOfRequest(request)).not.toBeNull();
    for (let minute = 55; minute < 720; minute += 25) {
      world.setClock(minutes(minute));
      expect(await actorOfRequest(request)).not.toBeNull();
    }
    world.setClock(minutes(720));
    expect(await actorOfRequest(request)).toBeNull();
    world.setClock(worldStart);
    const idle = await signedIn("head");
    world.setClock(minutes(31));
    expect(await actorOfRequest(idle)).toBeNull();
  });

  it("takes its limits from the parameters", async () => {
    await world.owner.parameter.createMany({
      data: [5, 7].map((value, n) => ({
        id: crypto.randomUUID(),
        key: "session_idle_minutes",
        version: 101 + n,
        value,
        basis: "test",
        validFrom: minutes(n * 1000),
      })),
    });
    const request = await signedIn("head");
    world.setClock(minutes(6));
    expect(await actorOfRequest(request)).toBeNull();
    await world.owner.parameter.deleteMany({ where: { basis: "test" } });
    expect(await actorOfRequest(request)).not.toBeNull();
  });

  it("notes its last use at most once a minute", async () => {
    await world.owner.session.deleteMany({ where: { userId: world.id("head") } });
    const request = await signedIn("head");
    const seen = async () =>
      (
        await world.owner.session.findFirstOrThrow({
          where: { userId: world.id("head") },
          select: { lastSeenAt: true },
        })
      ).lastSeenAt;
    world.setClock(minutes(0.5));
    await actorOfRequest(request);
    expect(await seen()).toEqual(minutes(0));
    world.setClock(minutes(1));
    await actorOfRequest(request);
    expect(await seen()).toEqual(minutes(1));
  });

  it("is worth nothing once the account is disabled, and knows only today's roles", async () => {
    const request = await signedIn("head");
    await world.owner.membership.updateMany({
      where: { userId: world.id("head") },
      data: { validTo: world.now() },
    });
    expect((await actorOfRequest(request))?.held).toEqual([]);
    await world.owner.userAccount.update({
      where: { id: world.id("head") },
      data: { status: "disabled" },
    });
    expect(await actorOfRequest(request)).toBeNull();
    expect(await attempt("head", right, "10.9.9.9")).toEqual({ ok: false, code: "wrong" });
  });

  it("keeps nothing about the person in the cookie", async () => {
    const { decode } = await import("next-auth/jwt");
    const request = await signedIn("officer");
    const token = /kehe\.session=([^;]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
    const payload = await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" });
    expect(Object.keys(payload ?? {}).toSorted()).toEqual(["exp", "iat", "jti", "sub"]);
    expect(await world.owner.session.count({ where: { tokenHash: payload?.sub } })).toBe(0);
  });
});
