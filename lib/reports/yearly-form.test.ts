import { describe, expect, it } from "vitest";
import { begin } from "@/lib/absorption/begin.fixture";
import { query } from "@/lib/kernel/query";
import { type InsertedProject, type PersonName, useWorld } from "@/test/world";
import { closeYearlyForm } from "./commands/close-yearly-form";
import { confirmYearlyForm } from "./commands/confirm-yearly-form";
import { remindUnits } from "./commands/remind-units";
import { returnYearlyForm } from "./commands/return-yearly-form";
import { saveYearlyForm } from "./commands/save-yearly-form";
import { submitYearlyForm } from "./commands/submit-yearly-form";
import { ownForms, type YearlyFormView, yearlyFormOf } from "./queries";
import { districtStandings, unreportedUnits } from "./unreported";

const world = useWorld();
const unit = world.units.first.id;

async function form(person: PersonName, year = 2026): Promise<YearlyFormView> {
  const actor = world.as(person);
  const found = await query(actor, (tx) =>
    yearlyFormOf(tx, actor, { unitId: unit, year }, world.now()),
  );
  if (found === null) throw new Error("no form in scope");
  return found;
}

const itemOf = (view: YearlyFormView, project: InsertedProject) => {
  const item = view.items.find((each) => each.project.id === project.id);
  if (item === undefined) throw new Error("the project is not in the form");
  return item;
};

async function save(content: Record<string, object>, person: PersonName = "filler") {
  const { id, version } = await form(person);
  return world.run(person, saveYearlyForm, { yearlyFormId: id, version, content });
}

async function submit() {
  const { id, version } = await form("enterprise");
  return world.run("enterprise", submitYearlyForm, { yearlyFormId: id, version });
}

async function seen(person: PersonName, status: string) {
  const { id, items } = await form(person);
  const reports = items
    .filter((item) => item.status === status)
    .map(({ reportId, version }) => ({ reportId, version }));
  return { yearlyFormId: id, reports };
}

const statuses = async () => (await form("officer")).items.map(({ status }) => status);
const eventsOf = (command: string) =>
  world.owner.event.findMany({
    where: { command, outcome: "done" },
    orderBy: { seq: "asc" },
    select: { projectId: true, seq: true, params: true },
  });

describe("one form for all projects of a unit", () => {
  it("goes from a draft to the bureau and back, all or nothing", async () => {
    const one = await begin(world);
    const other = await begin(world, { set: { lightProfile: true } });
    const foreign = await begin(world, { unit: "second" });

    const empty = await form("filler");
    expect(empty.items.map(({ project }) => project.id).sort()).toEqual([one.id, other.id].sort());
    expect(empty).toMatchObject({ status: "open", all: 2, handedIn: 0, maySubmit: false });
    expect(itemOf(empty, one).questions).toHaveLength(6);
    expect(itemOf(empty, other).questions).toHaveLength(2);
    expect(empty.dueAt.toISOString()).toBe("2026-12-26T15:59:59.999Z");

    const [first, second] = [itemOf(empty, one).reportId, itemOf(empty, other).reportId];
    await expect(save({ [itemIdOf(foreign)]: {} })).rejects.toMatchObject({ status: 422 });
    expect(await save({ [first]: { progress: "完成复现" } })).toMatchObject({
      version: 2,
      missing: [{ reportId: second, field: "progress" }],
    });
    expect(await world.owner.event.count({ where: { command: "reports.save-yearly-form" } })).toBe(
      0,
    );
    expect((await form("district")).items.map(({ answers }) => answers)).not.toContainEqual(
      expect.objectContaining({ progress: "完成复现" }),
    );
    await expect(
      world.run("enterprise", saveYearlyForm, {
        yearlyFormId: empty.id,
        version: 1,
        content: {},
      }),
    ).rejects.toMatchObject({
      code: "yearly_form_version_conflict",
      details: { params: { version: 2, current: expect.stringContaining("完成复现") } },
    });

    await expect(submit()).rejects.toMatchObject({
      code: "yearly_form_incomplete",
      details: { fields: { [`content.${second}.progress`]: [{ code: "required" }] } },
    });
    expect(await statuses()).toEqual(["open", "open"]);
    await save({
      [first]: { progress: "完成复现", results: "专利1件", spentAmount: "1000000" },
      [second]: { progress: "按计划" },
    });
    expect(await submit()).toMatchObject({ count: 2 });
    expect(await statuses()).toEqual(["submitted", "submitted"]);
    await expect(submit()).rejects.toMatchObject({ code: "nothing_to_hand_in" });
    expect((await eventsOf("absorption.submit-report")).map(({ projectId }) => projectId)).toEqual(
      [one.id, other.id].sort(),
    );
    expect(await eventsOf("reports.submit-yearly-form")).toMatchObject([
      { projectId: null, params: { count: 2, late: false } },
    ]);
    const { spentAmount } = await world.owner.project.findUniqueOrThrow({
      where: { id: one.id },
      select: { spentAmount: true },
    });
    expect(spentAmount.toFixed(2)).toBe("1000000.00");

    const stale = await seen("district", "submitted");
    await world.run("district", returnYearlyForm, {
      yearlyFormId: stale.yearlyFormId,
      reports: stale.reports.slice(0, 1),
      reason: "请补充经费情况",
    });
    await expect(world.run("district", confirmYearlyForm, stale)).rejects.toMatchObject({
      code: "items_in_the_way",
      details: { params: { items: [expect.any(String)], codes: ["version_conflict"] } },
    });
    expect((await statuses()).sort()).toEqual(["open", "submitted"]);
    const back = await form("filler");
    expect(back).toMatchObject({ status: "returned", missing: [] });
    await submit();
    await world.run("district", confirmYearlyForm, await seen("district", "submitted"));
    expect(await statuses()).toEqual(["district_confirmed", "district_confirmed"]);
    await expect(
      world.run("district", closeYearlyForm, await seen("district", "district_confirmed")),
    ).rejects.toMatchObject({ status: 403 });
    await world.run("officer", closeYearlyForm, await seen("officer", "district_confirmed"));
    expect((await form("auditor")).status).toBe("closed");
  });

  it("starts the next year with the last answers, and one tick says that nothing changed", async () => {
    world.setClock("2027-12-01T02:00:00Z");
    const view = await form("filler", 2027);
    const [item] = view.items;
    expect(item).toMatchObject({ previousPeriod: 2026, answers: { progress: expect.any(String) } });
    expect(view.missing.map(({ field }) => field)).toEqual(["unchanged", "unchanged"]);
    const content = Object.fromEntries(
      view.items.map(({ reportId }) => [reportId, { unchanged: true }]),
    );
    const target = { yearlyFormId: view.id, version: view.version };
    const saved = await world.run("filler", saveYearlyForm, { ...target, content });
    expect(saved).toMatchObject({ missing: [] });
    await world.run("enterprise", submitYearlyForm, { ...target, version: view.version + 1 });
    const after = await form("officer", 2027);
    expect(after.items.map(({ answers }) => answers.progress).sort()).toEqual(
      ["完成复现", "按计划"].sort(),
    );
    const actor = world.as("enterprise");
    expect(await query(actor, (tx) => ownForms(tx, actor, world.now()))).toMatchObject([
      { year: 2027, status: "submitted", handedIn: 2 },
      { year: 2026, status: "closed" },
    ]);
    world.setClock("2026-03-02T02:00:00Z");
  });
});

describe("who has not reported", () => {
  it("is counted by district, listed with phones for those who ask, and reminded once a day", async () => {
    const actor = world.as("officer");
    const late = await begin(world, { unit: "second" });
    await world.owner.unit.update({
      where: { id: late.unitId },
      data: { contactName: "=1+1", contactPhoneEnc: null },
      select: { id: true },
    });
    const rows = await query(actor, (tx) => districtStandings(tx, actor, 2026, world.now()));
    expect(rows).toMatchObject([
      { districtId: "320412", all: 1, owing: 0 },
      { districtId: "320411", all: 1, owing: 1, overdue: 0 },
    ]);
    const list = async (person: PersonName) => {
      const reader = world.as(person);
      return query(reader, (tx) =>
        unreportedUnits(tx, reader, { year: 2026 }, { now: world.now(), take: 10 }),
      );
    };
    expect(await list("district")).toEqual([]);
    expect(await list("district2")).toMatchObject([{ contactName: "=1+1", mayAsk: true }]);
    expect(await list("manager")).toMatchObject([{ contactName: null, mayAsk: false }]);
    const [row] = await list("officer");
    const ask = (person: PersonName) =>
      world.run(person, remindUnits, { yearlyFormIds: [row?.id] });
    const asked = await Promise.allSettled([ask("officer"), ask("district2"), ask("head")]);
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(ask("district")).rejects.toMatchObject({ status: 404 });
    world.setClock("2026-03-03T02:00:00Z");
    await ask("district2");
    expect(await list("officer")).toMatchObject([{ chasedCount: 2, askedToday: true }]);
    expect(await world.owner.reminder.count({ where: { key: { startsWith: "yearly:" } } })).toBe(2);
  });
});

/** Any id that is in no form of the first unit. */
const itemIdOf = ({ id }: InsertedProject): string => id;
