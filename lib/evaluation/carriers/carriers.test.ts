import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { commandNamed } from "@/lib/commands/registry";
import { query } from "@/lib/kernel/query";
import { loadReference } from "@/lib/reference/load";
import { type PersonName, useWorld } from "@/test/world";
import { carrierPage, listCarriers } from "./queries";

const world = useWorld();
beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 60_000,
  }),
);

const run = (person: PersonName, verb: string, body: object) => {
  const command = commandNamed(`carriers.${verb}`);
  if (command === null) throw new Error(`no command carriers.${verb}`);
  return world.run(person, command, body);
};

const year = 2026;
let carrierId = "";

beforeAll(async () => {
  const made = await run("officer", "register-carrier", {
    kind: "transfer_body",
    name: "常州国际技术转移中心",
    countryCode: "DE",
    validFrom: "2020-01-01",
  });
  carrierId = z.object({ carrierId: z.string() }).parse(made).carrierId;
});

const page = (person: PersonName) =>
  query(world.as(person), (tx) => carrierPage(tx, world.as(person), carrierId, year, world.now()));

async function read() {
  const found = await page("manager");
  if (found === null) throw new Error("no carrier");
  return found;
}

const record = (body: object) =>
  run("officer", "record-contribution", { carrierId, year, title: "引荐合作", ...body });

const added = z.object({ contributionId: z.string() });

const lineOf = (found: Awaited<ReturnType<typeof read>>, code: string) =>
  found.sheet.lines.find((line) => line.code === code);

describe("an intermediary's evaluation", () => {
  it("counts only what a second officer has confirmed, and a project once", async () => {
    const project = await world.project({ state: "tracking" });
    const { contributionId } = added.parse(
      await record({ kind: "project_brought", projectId: project.id }),
    );
    expect(lineOf(await read(), "C1")).toMatchObject({ actual: { value: "0" } });
    const confirm = (person: PersonName) =>
      run(person, "confirm-contribution", { contributionId, version: 1 });
    await expect(confirm("officer")).rejects.toMatchObject({ code: "four_eyes" });
    await confirm("officer2");
    await expect(confirm("head")).rejects.toMatchObject({ code: "contribution_confirmed" });
    expect(lineOf(await read(), "C1")).toMatchObject({
      actual: { value: "1" },
      behind: [contributionId],
      score: "5.00",
    });
    await expect(record({ kind: "project_brought", projectId: project.id })).rejects.toMatchObject({
      status: 409,
      code: "already_brought",
    });
    await expect(record({ kind: "project_brought" })).rejects.toMatchObject({ status: 422 });
    await expect(record({ kind: "outcome" })).rejects.toMatchObject({ status: 422 });
  });

  it("takes away only what isn't confirmed", async () => {
    const { contributionId } = added.parse(await record({ kind: "outcome", amount: "100" }));
    await run("officer", "remove-contribution", { contributionId, version: 1, reason: "误录" });
    const left = (await read()).contributions.map(({ id }) => id);
    expect(left).not.toContain(contributionId);
  });

  it("is confirmed by a second person, frozen, and keeps its score when records change", async () => {
    const transfer = added.parse(
      await record({ kind: "technology_transferred", amount: "2600000" }),
    );
    await run("head", "confirm-contribution", { ...transfer, version: 1 });
    const found = await read();
    expect(lineOf(found, "T2")).toMatchObject({ actual: { value: "260" }, score: "15.00" });
    expect(lineOf(found, "A1")?.dropped).toBe(lineOf(found, "A1")?.actual === null);
    const save = (evaluationVersion: number, lines: object[]) =>
      run("officer", "save-evaluation", {
        carrierId,
        year,
        evaluationVersion,
        lines,
        opinion: "转移成效好，引荐项目偏少。",
      });
    await save(0, []);
    const confirm = async (person: PersonName) => {
      const { evaluation } = await read();
      return run(person, "confirm-evaluation", {
        evaluationId: evaluation?.id,
        version: evaluation?.version,
      });
    };
    await expect(confirm("manager")).rejects.toMatchObject({
      code: "carrier_evaluation_incomplete",
    });
    await save(
      1,
      found.sheet.lines.map(({ code }) => ({ code, reason: "周期长", improvement: "加强对接" })),
    );
    await expect(confirm("officer")).rejects.toMatchObject({ code: "four_eyes" });
    await confirm("manager");
    const confirmed = await read();
    expect(confirmed).toMatchObject({ evaluation: { status: "final" }, damaged: false });
    const late = added.parse(await record({ kind: "outcome", amount: "9000000" }));
    await run("officer2", "confirm-contribution", { ...late, version: 1 });
    const after = await read();
    expect(after.sheet).toEqual(confirmed.sheet);
    expect(after.changed).not.toBeNull();
    await expect(save(3, [])).rejects.toMatchObject({ code: "carrier_evaluation_final" });
  });

  it("is read by bureau, manager and auditor only", async () => {
    expect(await page("auditor")).not.toBeNull();
    for (const person of ["district", "enterprise", "expert1", "admin"] as const) {
      expect(await page(person), person).toBeNull();
      const rows = await query(world.as(person), (tx) => listCarriers(tx, world.as(person)));
      expect(rows, person).toEqual([]);
    }
  });
});
