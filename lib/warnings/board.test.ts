import { beforeAll, describe, expect, it } from "vitest";
import { read } from "@/lib/absorption/begin.fixture";
import { projectScope } from "@/lib/access/scope";
import { shiftDate } from "@/lib/kernel/working-days";
import { useWorld } from "@/test/world";
import { type PersonName, personNames } from "@/test/world/people";
import { openWarnings, riskBoard } from "./board";
import { layCause, quiet } from "./causes.fixture";
import { type RiskFilter, riskFilter } from "./filter";
import { warningMarks, warningsOfProject } from "./queries";
import { sweepWarnings } from "./sweep";
import { noon } from "./warnings.fixture";

const world = useWorld("2026-03-02T04:00:00Z");
const board = (person: PersonName, filter: RiskFilter = {}) =>
  read((tx) => riskBoard(tx, world.as(person), filter));
const idsOf = async (person: PersonName, filter: RiskFilter = {}) =>
  (await board(person, filter))?.rows.map(({ id }) => id) ?? null;

beforeAll(async () => {
  const places = ["first", "second", "direct"] as const;
  for (let n = 0; n < 24; n += 1) {
    const unit = places[n % 3] ?? "first";
    const project = await quiet(world, { unit, ...(n > 20 ? { state: "tracking" } : {}) });
    await layCause.report_late(world, project, shiftDate("2026-03-01", n % 5));
    if (n <= 20) await layCause.milestone_late(world, project, shiftDate("2026-01-01", n));
  }
  world.setClock(noon("2026-04-10"));
  await sweepWarnings(world.now());
}, 60_000);

describe("who sees which warnings", () => {
  it("is what projectScope says, for everybody who reads a board; others read none", async () => {
    for (const person of personNames) {
      const actor = world.as(person);
      const open = await world.owner.warning.findMany({
        where: { closedAt: null, project: projectScope(actor) },
        select: { id: true },
      });
      const seen = await allPages(person);
      const reads = ["district", "district2", "officer", "officer2", "head", "manager", "auditor"];
      if (!reads.includes(person)) expect(seen).toBeNull();
      else expect(seen?.toSorted()).toEqual(open.map(({ id }) => id).toSorted());
    }
  });

  it("holds on a project's page too, and not for experts", async () => {
    const { projectId } = await world.owner.warning.findFirstOrThrow({
      where: { unitId: world.units.first.id },
      select: { projectId: true },
    });
    const seen = (person: PersonName) =>
      read((tx) => warningsOfProject(tx, world.as(person), projectId, world.now()));
    expect((await seen("enterprise")).length).toBeGreaterThan(0);
    expect(await seen("enterprise2")).toEqual([]);
    expect(await seen("district2")).toEqual([]);
    expect(await seen("expert1")).toEqual([]);
  });
});

async function allPages(person: PersonName, filter: RiskFilter = {}): Promise<string[] | null> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await board(person, { ...filter, ...(after ? { after } : {}) });
    if (page === null) return null;
    ids.push(...page.rows.map(({ id }) => id));
    after = page.after ?? undefined;
  } while (after);
  return ids;
}

describe("pages by key", () => {
  it("pass each warning once, red and longest standing first, and back again the same way", async () => {
    const forward = await allPages("officer");
    const rows = await world.owner.warning.findMany({
      where: { closedAt: null },
      orderBy: [{ level: "desc" }, { since: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    expect(forward).toEqual(rows.map(({ id }) => id));
    const backward: string[] = [];
    let page = await board("officer", { last: "1" });
    for (; page !== null; ) {
      backward.unshift(...page.rows.map(({ id }) => id));
      if (page.before === null) break;
      page = await board("officer", { before: page.before });
    }
    expect(backward).toEqual(forward);
  });

  it("count what they list, within every filter", async () => {
    const filters: RiskFilter[] = [
      {},
      { rule: "report_late" },
      { level: "red" },
      { district: world.districts.xinbei.id },
      { stage: "evaluation" },
      { rule: "milestone_late", level: "amber", district: world.districts.wujin.id },
      { district: "999999" },
    ];
    for (const filter of filters) {
      const view = await board("officer", filter);
      const counted = view?.counts
        .filter(({ rule }) => !filter.rule || rule === filter.rule)
        .filter(({ level }) => !filter.level || level === filter.level)
        .reduce((sum, { count }) => sum + count, 0);
      expect((await allPages("officer", filter))?.length).toBe(counted);
    }
  });

  it("sum up to what the overview tells", async () => {
    for (const person of ["officer", "district", "enterprise"] as const) {
      const told = await read((tx) => openWarnings(tx, world.as(person)));
      const seen = await allPages(person);
      expect(told && told.red + told.amber).toBe(seen?.length ?? null);
    }
  });

  it("begin anew where the address makes no sense", async () => {
    const filter = riskFilter.parse({ after: "red~2026-99-99~x", level: "purple", district: "';" });
    expect(await idsOf("officer", filter)).toEqual(await idsOf("officer"));
    expect(await idsOf("district", { district: world.districts.xinbei.id })).toEqual([]);
  });
});

it("marks listed projects by level", async () => {
  const rows = await world.owner.warning.groupBy({
    by: ["projectId"],
    where: { closedAt: null },
    _count: { _all: true },
  });
  const marks = await read((tx) =>
    warningMarks(
      tx,
      rows.map(({ projectId }) => projectId),
    ),
  );
  for (const { projectId, _count } of rows) {
    const mark = marks.get(projectId);
    expect((mark?.red ?? 0) + (mark?.amber ?? 0)).toBe(_count._all);
  }
});
