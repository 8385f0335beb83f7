import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database, type Tx } from "@/lib/db/client";
import { auditKey, roleUrl } from "@/lib/kernel/env";
import { useWorld } from "@/test/world";
import { recordEvent } from "./event";
import { eventsPage, timelineOf } from "./queries";
import { verifyChain } from "./verify";

const world = useWorld();
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

const verify = (key = auditKey()) => verifyChain(database(), key);

const write = (n: number, draft: Partial<Parameters<typeof recordEvent>[2]> = {}) =>
  database().$transaction((tx: Tx) =>
    recordEvent(
      tx,
      {
        command: "approval.sign-contract",
        outcome: "done",
        actor: world.as("officer"),
        as: "bureau_officer",
        now: world.now(),
      },
      { params: { n, 名: "值", list: ["甲", "乙"], none: null, yes: true }, ...draft },
    ),
  );

/** As the database's owner, who can switch the triggers off. */
async function tamper(sql: string): Promise<void> {
  await owner.query("begin");
  await owner.query("set local session_replication_role = replica");
  await owner.query(sql);
  await owner.query("commit");
}

beforeEach(async () => {
  await tamper(
    "delete from event; update event_head set seq = 0, hash = repeat('0', 64) where id = 1",
  );
  for (let n = 1; n <= 5; n++) await write(n, { reason: n === 2 ? "理由" : null });
});

describe("the audit chain", () => {
  it("is whole when empty and when written as it should be", async () => {
    expect(await verify()).toEqual({ ok: true, events: 5 });
    await tamper(
      "delete from event; update event_head set seq = 0, hash = repeat('0', 64) where id = 1",
    );
    expect(await verify()).toEqual({ ok: true, events: 0 });
  });

  it("numbers simultaneous events without gaps", async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => write(100 + n)));
    expect(await verify()).toEqual({ ok: true, events: 13 });
  });

  it.each([
    ["a changed reason", "update event set reason = '改' where seq = 2", 2n, "changed"],
    ["a changed parameter", `update event set params = '{"n":9}' where seq = 3`, 3n, "changed"],
    ["a changed actor", "update event set actor_name = '他人' where seq = 4", 4n, "changed"],
    ["a moved time", "update event set at = at + interval '1 s' where seq = 5", 5n, "changed"],
    ["a forged hash", "update event set hash = repeat('a', 64) where seq = 3", 3n, "changed"],
    [
      "a cut link",
      "update event set previous_hash = repeat('a', 64) where seq = 3",
      3n,
      "unlinked",
    ],
    ["a row taken out", "delete from event where seq = 3", 3n, "missing"],
    ["the first row taken out", "delete from event where seq = 1", 1n, "missing"],
    ["the last row taken out", "delete from event where seq = 5", 5n, "missing"],
    ["all rows taken out", "delete from event", 1n, "missing"],
    ["another key's row", "update event set key_id = 'other' where seq = 2", 2n, "wrong_key"],
    ["a changed head", "update event_head set hash = repeat('b', 64)", 5n, "head"],
    ["a head set back", "update event_head set seq = 4", 4n, "head"],
    [
      "the end cut off with its head's number",
      "delete from event where seq = 5; update event_head set seq = 4",
      4n,
      "head",
    ],
    [
      "a row added past the head",
      "insert into event select seq + 1, gen_random_uuid(), at, command, outcome, code, transition, from_state, to_state, actor_id, actor_name, actor_role, project_id, unit_id, district_id, subject_type, subject_id, params, reason, file_hashes, audience, hash, hash, key_id from event where seq = 5",
      6n,
      "unlinked",
    ],
    ["a head taken away", "delete from event_head", 0n, "head"],
  ])("shows %s", async (_what, sql, seq, fault) => {
    await tamper(sql);
    expect(await verify()).toEqual({ ok: false, seq, fault });
    await tamper(
      "insert into event_head (id, seq, hash) values (1, 0, '') on conflict (id) do nothing",
    );
  });

  it("shows that the key is another one", async () => {
    const other = Buffer.alloc(32, 1);
    expect(await verify(other)).toEqual({ ok: false, seq: 1n, fault: "wrong_key" });
  });

  it.each(["update event set reason = 'x'", "delete from event", "truncate event"])(
    "is kept by the database from the owner's %s",
    async (sql) => {
      await expect(owner.query(sql)).rejects.toMatchObject({ code: "42501" });
    },
  );

  it.each([
    "update event set reason = 'x'",
    "delete from event",
    "truncate event",
    "delete from event_head",
    "alter table event disable trigger all",
  ])("is kept by the database from the application's %s", async (sql) => {
    const app = new pg.Client({ connectionString: roleUrl("app") });
    await app.connect();
    try {
      await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await app.end();
    }
  });
});

describe("the timeline", () => {
  it("tells each reader what he may know, and strangers nothing", async () => {
    const project = await world.project({ state: "expert_review" });
    await write(10, { projectId: project.id });
    await write(11, { projectId: project.id, audience: "officials" });
    await write(12, { projectId: project.id, transition: "T09", reason: "意见" });
    const seen = (person: Parameters<typeof world.as>[0]) =>
      database().$transaction((tx) => timelineOf(tx, world.as(person), project.id));
    const numbers = async (person: Parameters<typeof world.as>[0]) =>
      (await seen(person)).map(({ params }) => params.n ?? null);
    expect(await numbers("officer")).toEqual([12, 11, 10]);
    expect(await numbers("district")).toEqual([12, 11, 10]);
    expect(await numbers("filler")).toEqual([12, 10]);
    expect(await numbers("enterprise2")).toEqual([]);
    expect(await seen("expert1")).toMatchObject([
      { transition: "T09", actorName: "", reason: null },
    ]);
    expect((await seen("officer"))[0]?.params).toEqual({
      n: 12,
      名: "值",
      list: "甲, 乙",
      yes: "true",
    });
  });

  it("gives the whole log to the auditor only, in pages", async () => {
    for (let n = 0; n < 50; n++) await write(n);
    const page = (person: "auditor" | "admin" | "manager", before?: bigint) =>
      database().$transaction((tx) => eventsPage(tx, world.as(person), { before }));
    const first = await page("auditor");
    expect([first.events.length, first.next]).toEqual([50, "6"]);
    const second = await page("auditor", 6n);
    expect([second.events.length, second.next]).toEqual([5, null]);
    expect((await page("admin")).events).toEqual([]);
    expect((await page("manager")).events).toEqual([]);
  });

  it("finds a refused attempt by the project that it was about", async () => {
    const project = await world.project({ state: "active" });
    await write(20, { subject: { type: "project", id: project.id } });
    const { events } = await database().$transaction((tx) =>
      eventsPage(tx, world.as("auditor"), { project: project.id }),
    );
    expect(events).toMatchObject([{ projectId: project.id, project: { title: project.title } }]);
  });
});

describe("who the experts are", () => {
  const names = (events: readonly { actorName: string }[]) =>
    events.map(({ actorName }) => actorName).filter((name) => name !== "");

  /** What an expert did on his seat, and the bureau about it. */
  async function reviewed() {
    const project = await world.project({ state: "expert_review" });
    const seat = { type: "assignment", id: project.id };
    const frame = { command: "approval.submit-review", outcome: "done", now: world.now() } as const;
    const draft = { projectId: project.id, audience: "officials" } as const;
    await database().$transaction(async (tx: Tx) => {
      await recordEvent(
        tx,
        { ...frame, actor: world.as("expert1"), as: "expert" },
        { ...draft, subject: seat, params: { verdict: "approve" }, reason: "专家意见" },
      );
      await recordEvent(
        tx,
        { ...frame, command: "approval.replace-expert", actor: world.as("officer"), as: null },
        { ...draft, subject: seat, reason: "原专家出差" },
      );
      await recordEvent(
        tx,
        { ...frame, outcome: "refused", code: "wrong_role", actor: world.as("expert1"), as: null },
        { audience: "officials", subject: { type: "project", id: project.id } },
      );
    });
    return project;
  }

  const timeline = (person: Parameters<typeof world.as>[0], id: string) =>
    database().$transaction((tx) => timelineOf(tx, world.as(person), id));
  const log = (filter: Parameters<typeof eventsPage>[2]) =>
    database().$transaction((tx) => eventsPage(tx, world.as("auditor"), filter));

  it("is told in the timeline to the bureau and the manager only", async () => {
    const { id } = await reviewed();
    const expert = world.as("expert1").name;
    expect(names(await timeline("officer", id))).toContain(expert);
    expect(names(await timeline("manager", id))).toContain(expert);
    for (const person of ["district", "auditor"] as const) {
      const seen = await timeline(person, id);
      expect(seen).toHaveLength(2);
      expect(names(seen)).toEqual([]);
      expect(seen.map(({ reason, params }) => [reason, params])).toEqual([
        [null, {}],
        [null, {}],
      ]);
    }
  });

  it("is veiled in the log until the decision, and a search for the name finds nothing", async () => {
    const { id } = await reviewed();
    const expert = world.as("expert1").name;
    const veiled = await log({ project: id });
    expect(veiled.events).toHaveLength(3);
    expect(names(veiled.events)).toEqual([]);
    expect((await log({ project: id, actorName: expert })).events).toEqual([]);
    await world.owner.project.update({
      where: { id },
      data: { state: "publicity" },
      select: { id: true },
    });
    expect(names((await log({ project: id })).events)).toContain(expert);
    expect((await log({ project: id, actorName: expert })).events).toHaveLength(2);
    expect(names(await timeline("auditor", id))).toContain(expert);
    expect(names(await timeline("district", id))).toEqual([]);
  });
});
