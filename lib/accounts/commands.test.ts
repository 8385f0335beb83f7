import { beforeEach, describe, expect, it } from "vitest";
import { publicActor } from "@/lib/access/actor";
import type { Command } from "@/lib/kernel/command";
import { Refusal } from "@/lib/kernel/errors";
import { execute } from "@/lib/kernel/execute";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { type PersonName, useWorld, worldStart } from "@/test/world";
import { accountsCommands } from "./commands";
import { listAccounts, listUnits } from "./queries";
import { unseal } from "./sealed";
import { signIn } from "./sign-in";
import { newToken, tokenHash } from "./tokens";

const world = useWorld();

function command(verb: string): Command {
  const found = accountsCommands.find(({ name }) => name === `accounts.${verb}`);
  if (!found) throw new Error(verb);
  return found;
}

const run = (person: PersonName, verb: string, body: object) =>
  world.run(person, command(verb), body);
const runPublic = async (verb: string, body: object) =>
  (await execute(command(verb), { actor: publicActor, body })).data;

/** The status and code with which a promise is refused. */
async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error("was not refused"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error;
  const field = Object.entries(error.details.fields ?? {})[0];
  return `${error.status} ${field ? `${field[0]}: ${field[1][0]?.code}` : error.code}`;
}

const signInAs = (username: string, password: string) =>
  signIn({ username, password, address: newId(), browserToken: undefined }, async () => {});

async function openSession(person: PersonName): Promise<string> {
  const id = newId();
  await world.owner.session.create({
    data: {
      id,
      tokenHash: tokenHash(newToken()),
      userId: world.id(person),
      createdAt: world.now(),
      lastSeenAt: world.now(),
      expiresAt: new Date(world.now().getTime() + 3_600_000),
    },
    select: { id: true },
  });
  return id;
}

const endReason = async (id: string) =>
  (await world.owner.session.findUniqueOrThrow({ where: { id }, select: { endReason: true } }))
    .endReason;

const tokenIn = (answer: unknown) =>
  /"accessToken":"([\w-]{43})"/.exec(JSON.stringify(answer))?.[1];

const unit = {
  uscc: "913204110000000430",
  name: "常州新材料有限公司",
  type: "private",
  districtId: "320411",
  contactName: "李工",
  contactPhone: "0519-8668 0000",
  username: "ligong",
};

beforeEach(() => world.setClock(worldStart));

describe("a unit's way in", () => {
  it("registers, sets a password once, signs in, and is confirmed", async () => {
    const answer = await runPublic("register-unit", unit);
    const token = tokenIn(answer);
    const first = await runPublic("set-password-by-link", {
      token,
      password: "a long pass phrase",
    });
    expect(first).toEqual({ username: "ligong" });
    const again = runPublic("set-password-by-link", { token, password: "another pass phrase" });
    expect(await refusal(again)).toBe("404 not_found");
    expect(await signInAs("ligong", "a long pass phrase")).toMatchObject({ ok: true });
    const row = await world.owner.unit.findUniqueOrThrow({
      where: { uscc: unit.uscc },
      select: { id: true, status: true, contactPhoneEnc: true, version: true },
    });
    expect(row.status).toBe("registered");
    expect(row.contactPhoneEnc).not.toContain("8668");
    expect(unseal(row.contactPhoneEnc ?? "")).toBe(unit.contactPhone);
    const body = { unitId: row.id, version: row.version };
    expect(await refusal(run("district", "confirm-unit", body))).toBe("403 wrong_role");
    await run("officer", "confirm-unit", body);
    expect(await refusal(run("officer", "confirm-unit", body))).toBe("409 unit_not_waiting");
  });

  it("is in the administrative district of where it registers", async () => {
    const uscc = "12320400MB00000113";
    const body = { ...unit, uscc, username: "direct-unit", districtId: "CZ-DIR" };
    await runPublic("register-unit", body);
    const place = { districtId: true, administrativeDistrictId: true, managingUnitId: true };
    const row = await world.owner.unit.findUniqueOrThrow({
      where: { uscc },
      select: { ...place, unitDistricts: { select: place } },
    });
    const expected = {
      districtId: "CZ-DIR",
      administrativeDistrictId: "320400",
      managingUnitId: "CZ-DIR",
    };
    expect(row).toEqual({ ...expected, unitDistricts: [expected] });
  });

  it.each([
    [{ uscc: "91320411000O00019F" }, "422 uscc: uscc_character"],
    [{ uscc: "91320411000000019E" }, "422 uscc: uscc_check"],
    [{ uscc: "91320411000000019F" }, "422 uscc: uscc_registered"],
    [{ districtId: "000000" }, "422 districtId: district_unknown"],
    [{ username: "officer" }, "422 username: username_taken"],
    [{ extra: 1 }, "422 _: unrecognized_keys"],
  ])("refuses %o", async (change, expected) => {
    const body = { ...unit, uscc: "91320412000000027Q", username: "other", ...change };
    if (!("uscc" in change)) body.uscc = "91350100M000100Y43";
    expect(await refusal(runPublic("register-unit", body))).toBe(expected);
  });

  it("refuses a link that is old, and weak passwords without using the link up", async () => {
    const answer = await run("admin", "create-user", { username: "newbie", name: "新人" });
    const token = tokenIn(answer);
    for (const [password, code] of [
      ["newbie-2026-x", "password_holds_name"],
      ["aaaabbbbaaaa", "password_repeats"],
      ["mypassword-99", "password_common"],
    ]) {
      const tried = runPublic("set-password-by-link", { token, password });
      expect(await refusal(tried)).toBe(`422 password: ${code}`);
    }
    world.setClock(new Date(world.now().getTime() + 7 * 86_400_000));
    const late = runPublic("set-password-by-link", { token, password: "good enough phrase" });
    expect(await refusal(late)).toBe("404 not_found");
  });
});

describe("the lists", () => {
  const seen = (person: PersonName) =>
    query(world.as(person), async (tx) => ({
      accounts: (await listAccounts(tx, world.as(person), {}, world.now())).accounts.length,
      units: (await listUnits(tx, world.as(person), 1)).units.map(({ districtId }) => districtId),
    }));

  it("show all accounts to who keeps them, others their own, a district its own units", async () => {
    const all = await world.owner.userAccount.count();
    for (const person of ["admin", "secadmin", "auditor"] as const) {
      expect((await seen(person)).accounts, person).toBe(all);
    }
    for (const person of ["district", "officer", "manager", "expert1"] as const) {
      expect((await seen(person)).accounts, person).toBe(1);
    }
    expect(new Set((await seen("district")).units)).toEqual(new Set(["320412"]));
    expect((await seen("expert1")).units).toEqual([]);
    expect((await seen("enterprise2")).units).toEqual(["320411"]);
  });

  it("show units a page at a time", async () => {
    await world.owner.unit.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        id: newId(),
        uscc: `PAGE${n}`,
        name: `单位${n}`,
        type: "private",
        districtId: "320411",
        administrativeDistrictId: "320411",
        managingUnitId: "320411",
        registeredAt: world.now(),
      })),
    });
    const officer = world.as("officer");
    const page = (n: number) => query(officer, (tx) => listUnits(tx, officer, n));
    const [first, second] = [await page(1), await page(2)];
    expect([first.units.length, first.more, second.more]).toEqual([50, true, false]);
    const ids = new Set([...first.units, ...second.units].map(({ id }) => id));
    expect(ids.size).toBe(first.total);
    await world.owner.unit.deleteMany({ where: { uscc: { startsWith: "PAGE" } } });
  });
});

describe("members of a unit", () => {
  const unitId = world.units.first.id;
  const member = { unitId, username: "newfiller", name: "小陈", role: "filler" };

  it("are added by its administrator only", async () => {
    expect(await refusal(run("filler", "add-member", member))).toBe("403 wrong_role");
    expect(await refusal(run("enterprise2", "add-member", member))).toBe("404 not_found");
    expect(await refusal(run("officer", "add-member", member))).toBe("403 wrong_role");
    expect(tokenIn(await run("enterprise", "add-member", member))).toBeDefined();
    expect(await refusal(run("enterprise", "add-member", member))).toBe("409 role_already_held");
    const both = await run("enterprise", "add-member", { ...member, role: "unit_admin" });
    expect(tokenIn(both)).toBeUndefined();
    const taken = run("enterprise", "add-member", { ...member, username: "enterprise2" });
    expect(await refusal(taken)).toBe("422 username: username_taken");
  });

  it("leave at once, but never the last administrator", async () => {
    const rows = await world.owner.membership.findMany({
      where: { userId: world.id("enterprise2"), role: "unit_admin" },
      select: { id: true },
    });
    const membershipId = rows[0]?.id;
    const body = { membershipId, reason: "离职" };
    expect(await refusal(run("enterprise", "end-membership", body))).toBe("404 not_found");
    expect(await refusal(run("enterprise2", "end-membership", body))).toBe("409 last_unit_admin");
    const filler = await world.owner.membership.findFirstOrThrow({
      where: { userId: world.id("filler") },
      select: { id: true },
    });
    const session = await openSession("filler");
    await run("enterprise", "end-membership", { membershipId: filler.id, reason: "离职" });
    expect(await endReason(session)).toBe("role_changed");
  });
});

describe("roles", () => {
  it("are the security administrator's matter, never for himself", async () => {
    const body = { userId: world.id("officer2"), role: "division_head" };
    for (const person of ["admin", "manager", "officer"] as const) {
      expect(await refusal(run(person, "grant-role", body))).toBe("403 wrong_role");
    }
    const own = { userId: world.id("secadmin"), role: "security_admin" };
    expect(await refusal(run("secadmin", "grant-role", own))).toBe("403 four_eyes");
    const session = await openSession("officer2");
    await run("secadmin", "grant-role", body);
    expect(await endReason(session)).toBe("role_changed");
    expect(await refusal(run("secadmin", "grant-role", body))).toBe("409 role_already_held");
  });

  it.each([
    ["officer", { role: "auditor" }, "409 roles_incompatible"],
    ["district", { role: "district_officer" }, "422 districtId: required"],
    [
      "officer",
      { role: "division_head", districtId: "320412" },
      "422 districtId: role_has_no_district",
    ],
    ["district", { role: "district_officer", districtId: "x" }, "422 districtId: district_unknown"],
    ["district", { role: "district_officer", districtId: "320412" }, "409 role_already_held"],
    ["enterprise", { role: "filler" }, "422 unitId: required"],
  ] as const)("refuses for %s: %o", async (person, change, expected) => {
    const body = { userId: world.id(person), ...change };
    expect(await refusal(run("secadmin", "grant-role", body))).toBe(expected);
  });

  it("end with the person's sessions", async () => {
    const { id } = await world.owner.membership.findFirstOrThrow({
      where: { userId: world.id("district2") },
      select: { id: true },
    });
    const session = await openSession("district2");
    await run("secadmin", "revoke-role", { membershipId: id, reason: "调离" });
    expect(await endReason(session)).toBe("role_changed");
    const again = run("secadmin", "revoke-role", { membershipId: id, reason: "调离" });
    expect(await refusal(again)).toBe("404 not_found");
  });
});

describe("accounts", () => {
  it("are switched off and on by the system administrator, sessions ending at once", async () => {
    const session = await openSession("expert5");
    const body = { userId: world.id("expert5"), version: 1, reason: "核实中" };
    expect(await refusal(run("secadmin", "disable-user", body))).toBe("403 wrong_role");
    const self = { ...body, userId: world.id("admin") };
    expect(await refusal(run("admin", "disable-user", self))).toBe("403 four_eyes");
    await run("admin", "disable-user", body);
    expect(await endReason(session)).toBe("disabled");
    expect(await refusal(run("admin", "disable-user", body))).toBe("409 account_status");
    expect(await refusal(run("admin", "enable-user", body))).toBe("409 version_conflict");
    await run("admin", "enable-user", { ...body, version: 2 });
  });

  it("change their own password; other sessions end, this one stays", async () => {
    const token = tokenIn(await run("admin", "create-user", { username: "wang3", name: "王三" }));
    await runPublic("set-password-by-link", { token, password: "first pass phrase" });
    const { id: userId } = await world.owner.userAccount.findUniqueOrThrow({
      where: { username: "wang3" },
      select: { id: true },
    });
    await run("secadmin", "grant-role", { userId, role: "auditor" });
    await signInAs("wang3", "first pass phrase");
    await signInAs("wang3", "first pass phrase");
    const [mine, other] = await world.owner.session.findMany({
      where: { userId, endedAt: null },
      select: { id: true },
    });
    const actor = {
      ...world.as("auditor"),
      userId,
      sessionId: mine?.id ?? null,
    };
    const change = (current: string, password: string) =>
      execute(command("change-password"), { actor, body: { current, password } });
    expect(await refusal(change("not this one", "second pass phrase"))).toBe(
      "422 current: wrong_password",
    );
    await change("first pass phrase", "second pass phrase");
    expect(await endReason(other?.id ?? "")).toBe("password_changed");
    expect(await endReason(mine?.id ?? "")).toBeNull();
    expect(await signInAs("wang3", "first pass phrase")).toMatchObject({ ok: false });
    expect(await signInAs("wang3", "second pass phrase")).toMatchObject({ ok: true });
  });

  it("are unlocked by the security administrator", async () => {
    for (let n = 0; n < 6; n++) {
      await signIn({ username: "head", password: "x", address: "a", browserToken: undefined });
    }
    const body = { userId: world.id("head") };
    expect(await refusal(run("admin", "unlock-user", body))).toBe("403 wrong_role");
    expect(await run("secadmin", "unlock-user", body)).toEqual({ lifted: 2 });
  });

  it("get links only from who may give them, and an earlier link dies", async () => {
    const toHead = { userId: world.id("head") };
    expect(await refusal(run("officer", "issue-access-link", toHead))).toBe("403 wrong_role");
    const own = { userId: world.id("secadmin") };
    expect(await refusal(run("secadmin", "issue-access-link", own))).toBe("403 four_eyes");
    const foreign = { userId: world.id("enterprise2") };
    expect(await refusal(run("enterprise", "issue-access-link", foreign))).toBe("404 not_found");
    const first = tokenIn(await run("admin", "issue-access-link", toHead));
    const second = tokenIn(await run("secadmin", "issue-access-link", toHead));
    const early = { token: first, password: "good enough phrase" };
    expect(await refusal(runPublic("set-password-by-link", early))).toBe("404 not_found");
    await runPublic("set-password-by-link", { ...early, token: second });
    expect(await refusal(run("admin", "issue-access-link", toHead))).toBe("403 wrong_role");
  });

  it("keep no link in what is kept for a repeated request", async () => {
    const body = { username: "replayed", name: "重发" };
    const key = "key-12345678";
    const first = await world.run("admin", command("create-user"), body, key);
    expect(tokenIn(first)).toBeDefined();
    expect(await world.run("admin", command("create-user"), body, key)).toBeNull();
  });

  it("sign out everywhere, and others only by the security administrator", async () => {
    const session = await openSession("manager");
    const body = { userId: world.id("manager") };
    expect(await refusal(run("officer", "end-sessions", body))).toBe("403 wrong_role");
    expect(await run("manager", "end-sessions", {})).toEqual({ ended: 1 });
    expect(await endReason(session)).toBe("ended");
  });

  it("begin with two administrators, each by a link that works once", async () => {
    const { firstAdministrators } = await import("./first-administrators");
    const pending = await firstAdministrators(world.now());
    expect(pending).toHaveLength(2);
    const again = await firstAdministrators(world.now());
    const tokens = [...pending, ...again].map(({ path }) => path.slice("/access/".length));
    const use = (token: string | undefined) =>
      runPublic("set-password-by-link", { token, password: "a good first phrase" });
    expect(await refusal(use(tokens[0]))).toBe("404 not_found");
    expect(await use(tokens[2])).toEqual({ username: "admin" });
    expect(await use(tokens[3])).toEqual({ username: "secadmin" });
    expect(await firstAdministrators(world.now())).toEqual([]);
  });

  it("leave one event each, for officials", async () => {
    const events = await world.owner.event.findMany({
      where: { command: "accounts.grant-role", outcome: "done" },
      select: { actorName: true, actorRole: true, audience: true, params: true },
    });
    expect(events[0]).toMatchObject({
      actorRole: "security_admin",
      audience: "officials",
      params: { role: "division_head" },
    });
  });
});
