import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { query } from "@/lib/kernel/query";
import { type PersonName, useWorld } from "@/test/world";
import { audit, lifeOf, submitSelf, toResult, toReview } from "../life.fixture";
import { comparable, compare } from "./compare";
import { deskAddress, deskFilter } from "./filter";
import { deskCounts, deskPage, gradesByDistrict, lateEvaluations, worstLines } from "./queries";
import { worstFirst } from "./rules";

const world = useWorld();
let [final, audited] = ["", ""];

/** One project graded, one audited and late. */
beforeAll(async () => {
  for (const graded of [true, false]) {
    const { id } = await world.project({ state: "active" });
    const life = lifeOf(world, id);
    await toReview(world, life);
    await toResult(life, "passed");
    await submitSelf(life);
    await audit(life);
    if (graded) {
      await life.step("manager", "finalise-grade");
      final = id;
    } else audited = id;
  }
  await world.owner.project.update({
    where: { id: audited },
    data: { dueAt: new Date(world.now().getTime() - 86_400_000) },
    select: { id: true },
  });
}, 60_000);

const ask = <T>(person: PersonName, fn: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> =>
  query(world.as(person), (tx) => fn(tx, world.as(person)));

const page = (person: PersonName, search: object = {}) =>
  ask(person, (tx, actor) => deskPage(tx, actor, deskFilter.parse(search), world.now()));

describe("the evaluation desk", () => {
  it("lists within the scope and the filter of the address, and hides what isn't final from a district", async () => {
    expect((await page("manager")).rows).toHaveLength(2);
    expect((await page("manager", { grade: "good" })).rows.map((row) => row.project.id)).toEqual([
      final,
    ]);
    expect((await page("manager", { grade: "poor" })).rows).toEqual([]);
    expect((await page("manager", { year: "2001" })).rows).toEqual([]);
    expect((await page("manager", { overdue: "1" })).rows.map((row) => row.project.id)).toEqual([
      audited,
    ]);
    const own = (await page("district")).rows;
    expect(own.map(({ project, total }) => [project.id, total])).toEqual([
      [audited, null],
      [final, "88.83"],
    ]);
    for (const person of ["district2", "enterprise2", "expert1", "admin"] as const) {
      expect((await page(person)).rows, person).toEqual([]);
    }
  });

  it("pages by key", async () => {
    const one = await ask("manager", (tx, actor) =>
      deskPage(tx, actor, deskFilter.parse({}), world.now(), 1),
    );
    expect(one.rows).toHaveLength(1);
    const rest = await page("manager", { after: one.next ?? "" });
    expect(rest).toMatchObject({ rows: [{ project: { id: final } }], next: null });
  });

  it("counts grades by district, what is late, and the indicators that lose most", async () => {
    const filter = deskFilter.parse({});
    const found = await ask("manager", async (tx, actor) => ({
      counts: await deskCounts(tx, actor, filter, world.now()),
      grades: await gradesByDistrict(tx, actor, filter, world.now()),
      worst: await worstLines(tx, actor, filter, world.now(), 3),
      late: await lateEvaluations(tx, actor, filter, world.now()),
    }));
    expect(found.counts).toMatchObject({ all: 2, late: 1 });
    expect(found.grades).toEqual([
      { districtId: world.districts.wujin.id, grade: "good", count: 1 },
    ]);
    expect(found.worst.map(({ code, lost, projects }) => [code, lost, projects])).toEqual([
      ["Q2", "3.00", 1],
      ["Q1", "2.00", 1],
      ["E1", "1.08", 1],
    ]);
    expect(found.worst[0]?.cause).toBe("market");
    expect(found.late.map(({ project }) => project.id)).toEqual([audited]);
  });

  it("compares only final evaluations that the reader may see", async () => {
    const { projects, years } = await ask("manager", comparable);
    expect(projects.map(({ id }) => id)).toEqual([final]);
    const year = String(years[0]);
    const years2 = await ask("manager", (tx, actor) => compare(tx, actor, "year", [year, year]));
    expect(years2?.sides[0]).toMatchObject({ evaluations: 1, total: "88.8" });
    expect(years2?.rows.find(({ code }) => code === "Q2")).toMatchObject({
      difference: "0.0",
      cells: [{ score: "3.00", weight: "6.00", rate: "50.0" }, { score: "3.00" }],
    });
    const pair = (person: PersonName, b: string) =>
      ask(person, (tx, actor) => compare(tx, actor, "project", [final, b]));
    expect(await pair("manager", audited)).toBeNull();
    expect(await pair("manager", "nonsense")).toBeNull();
    expect(await pair("district2", final)).toBeNull();
    expect((await pair("district", final))?.rows[0]).toMatchObject({ code: "B0" });
  });
});

it("leaves out what lost nothing, the greatest loss first", () => {
  const row = (code: string, weight: string, score: string) => ({
    code,
    weight,
    score,
    projects: 2,
  });
  expect(
    worstFirst([row("A", "6", "6"), row("B", "12", "9"), row("C", "8", "1")], 5).map(
      ({ code, lost, rate }) => [code, lost, rate],
    ),
  ).toEqual([
    ["C", "7.00", "12.5"],
    ["B", "3.00", "75.0"],
  ]);
});

it("reads an address leniently and writes it back", () => {
  const filter = deskFilter.parse({ grade: "good", year: "2026", state: "nowhere", call: "x" });
  expect(deskAddress(filter, { district: "320412" })).toBe(
    "/evaluations?grade=good&year=2026&district=320412",
  );
});
