import { readFileSync } from "node:fs";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { applyChange } from "@/lib/absorption/apply-change";
import { systemActor } from "@/lib/access/actor";
import { createDraft } from "@/lib/application/commands/create-draft";
import { saveDraft } from "@/lib/application/commands/save-draft";
import { completeProposal } from "@/lib/application/proposal.fixture";
import { listExcel } from "@/lib/documents/sheet/list";
import { query } from "@/lib/kernel/query";
import { loadReference } from "@/lib/reference/load";
import { type PersonName, useWorld } from "@/test/world";
import { projectFilter } from "./filter";
import { listProjects, projectsToExport } from "./list";
import { readProject } from "./load";

const world = useWorld();

beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 30_000,
  }),
);

async function found(q: string, person: PersonName = "officer"): Promise<string[]> {
  const filter = projectFilter.parse({ q });
  const actor = world.as(person);
  const { rows } = await query(actor, (tx) => listProjects(tx, actor, filter, world.now()));
  return rows.map(({ id }) => id);
}

/** The same letters in the full width of Chinese input. */
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe("the search of the project list", () => {
  it("finds by number, unit and title in either letter case and width", async () => {
    const { id } = await world.project({ state: "active", title: "ＨＩＦＵ－Ｂ 治疗头 LiDAR" });
    const { number } = await world.owner.project.findUniqueOrThrow({
      where: { id },
      select: { number: true },
    });
    const asked = [String(number), world.units.first.name, "hifu-b", "HIFU", "lidar", "治疗"];
    for (const text of asked) {
      for (const typed of [text, text.toLowerCase(), text.toUpperCase(), wide(text)]) {
        expect(await found(typed), typed).toContain(id);
      }
    }
    expect(await found("radar")).not.toContain(id);
  });

  it("finds what was stored before the text was folded, once it is migrated", async () => {
    const { id } = await world.project({ state: "active", title: "Ｑｕａｎｔｕｍ 传感 Probe" });
    await world.owner.project.update({
      where: { id },
      data: { searchText: "Ｑｕａｎｔｕｍ 传感 Probe CZ2026ABC" },
      select: { id: true },
    });
    expect(await found("probe")).not.toContain(id);
    const sql = readFileSync(
      "prisma/migrations/20261128501000_search_text_folded/migration.sql",
      "utf8",
    );
    await world.owner.$executeRawUnsafe(sql);
    for (const text of ["probe", "quantum", "ＰＲＯＢＥ"]) expect(await found(text)).toContain(id);
  });

  it("finds a project by its unit's new name", async () => {
    const { id } = await world.project({ state: "active" });
    await world.owner.$transaction(async (tx) => {
      const project = await readProject(tx, systemActor, id);
      if (project === null) throw new Error("no project");
      const change = {
        id,
        kind: "unit_renamed",
        payload: { unitName: "常州ＮＥＷ聚焦公司" },
      } as const;
      await applyChange({ tx, actor: systemActor, now: world.now() }, project, change);
    });
    expect(await found("new聚焦")).toContain(id);
  });

  it("finds a draft by its English title", async () => {
    const { projectId } = (await world.run("filler", createDraft, {
      callId: world.reference.call,
      unitId: world.units.first.id,
    })) as { projectId: string };
    const content = completeProposal({ titleEn: "Ultrasound Transducer of Jade" });
    await world.run("filler", saveDraft, { projectId, proposalVersion: 0, content });
    expect(await found("transducer", "filler")).toContain(projectId);
    expect(await found("JADE", "filler")).toContain(projectId);
  });

  it("exports what the actor may see in the filter, and a formula as text", async () => {
    const { id } = await world.project({ state: "active", title: "=HYPERLINK(1) 导出" });
    await world.project({ state: "draft", title: "草稿 导出" });
    const filter = projectFilter.parse({ q: "导出" });
    const officer = world.as("officer");
    const rows = await query(officer, (tx) =>
      projectsToExport(tx, officer, filter, world.now(), 5000),
    );
    expect(rows.map((row) => row.id)).toEqual([id]);
    const bytes = await listExcel(
      "项目",
      ["名称"],
      rows.map(({ title }) => [title]),
    );
    expect(await readSheet(bytes)).toEqual([["名称"], ["'=HYPERLINK(1) 导出"]]);
  });
});
