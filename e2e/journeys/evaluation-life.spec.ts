import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import { z } from "zod";
import { Cast } from "../support/cast";
import { askDatabase } from "../support/database";
import { download, sha256, types, unzip, wordText } from "../support/download";
import { auditedLines, auditLines, selfLines, statedLines } from "../support/focused-ultrasound";
import { pdf } from "../support/form";
import { type Kehe, startKehe } from "../support/place";
import { provincialSheet } from "../support/provincial-row";
import { registerLedger, uploadLedger } from "../support/register";

/** Two accepted projects of the upper level, straight into the evaluation (T00). */
const accepted = {
  当前环节: "绩效评价",
  进入环节日期: "2026-02-02",
  开始日期: "2024-01-01",
  结束日期: "2025-12-31",
  立项年度: "2024",
  "已支出（万元）": "276",
  验收结论: "通过",
  验收日期: "2026-01-20",
};
const first = { 项目编号: "BZ2024001", 项目名称: "高精度数控机床主轴技术引进" };
const second = { 项目编号: "BZ2024002", 项目名称: "磁共振引导聚焦超声治疗装备" };

let kehe: Kehe;

test.beforeAll(async () => {
  kehe = await startKehe("2026-03-02");
});
test.afterAll(() => kehe.stop());

test("evaluated under the budget item's variant, final, read, exported and rerun", async ({
  browser,
}) => {
  const cast = new Cast(browser, kehe);

  await test.step("two projects come in from Excel, straight into the evaluation", async () => {
    const officer = await cast.as("officer");
    await officer.openForm("/registrations/import");
    const rows = await provincialSheet({ ...accepted, ...first }, { ...accepted, ...second });
    await uploadLedger(officer, rows);
    await registerLedger(cast, officer);
  });

  await test.step("a budget item whose missed upper limits fall as w·t/a takes the first", async () => {
    const officer = await cast.as("officer");
    await officer.openForm("/budget/new");
    await officer.send(
      {
        code: "GJHZ-2026",
        zh: "国际科技合作专项",
        en: "International S&T cooperation fund",
        fund: "市科技发展资金",
        reverseVariant: "ratio",
        validFrom: "2026-01-01",
      },
      (url) => url.pathname.endsWith("/members"),
    );
    await officer.form.ready();
    await officer.send({ projectIds: [first.项目编号] }, (url) => url.pathname === "/budget");
    await expect(officer.page.locator("main")).toContainText("国际科技合作专项");
    await officer.findProject(first.项目名称);
    cast.follow(officer.page.url());
  });

  await test.step("the unit fills in the self-evaluation and names its evidence", async () => {
    await cast.does("enterprise", "evaluation.add-proof", {
      indicatorCode: "Q1 ",
      description: "技术交接验收记录",
      fileId: { papers: [{ name: "技术交接.pdf" }] },
    });
    await cast.does("enterprise", "evaluation.submit-self-evaluation", {
      lines: { lines: { ...statedLines, "E1 ": { ...why, value: "1700" } } },
    });
    const unit = await cast.open("enterprise", "evaluation");
    await expect(row(unit.page, "N1")).toContainText("2.73");
    await expect(row(unit.page, "Q1")).toContainText("技术交接验收记录");
    await expect(row(unit.page, "E3")).toContainText("无佐证记录");
  });

  await test.step("the bureau corrects one value; the manager's grade makes it final", async () => {
    await cast.does("officer", "evaluation.audit-evaluation", {
      ...auditLines,
      lines: {
        lines: {
          ...auditedLines,
          "E1 ": { value: "1640", reason: "扣除未开票的60万元" },
        },
      },
    });
    await cast.does("manager", "evaluation.finalise-grade", { opinion: "同意评价结论。" });
    const manager = await cast.open("manager", "evaluation");
    const e1 = row(manager.page, "E1");
    for (const value of ["1700", "1640", "4.92"]) await expect(e1).toContainText(value);
    await expect(e1).toContainText("核定：扣除未开票的60万元");
    await expect(row(manager.page, "N1")).toContainText("2.73");
    await expect(manager.page.locator("main")).toContainText("88.86");
  });

  await test.step("the report says it in a minute, on the page, as PDF and as Word", async () => {
    const manager = await cast.as("manager");
    await manager.page.locator("main a[href*='/report']").first().click();
    await manager.page.waitForURL(/\/report/);
    await manager.look();
    const main = manager.page.locator("main");
    for (const text of ["88.86", "良", "2.73", "26.82", "权重敏感性", "随机种子"]) {
      await expect(main).toContainText(text);
    }
    await expect(main).toContainText("得分为88.86，与定级结果一致");
    const { project } = cast;
    const paper = await download(manager, `/api/projects/${project}/report.pdf`, {
      type: types.pdf,
      atLeast: 20_000,
    });
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
    const word = await download(manager, `/api/projects/${project}/report.docx`, {
      type: types.word,
      atLeast: 5_000,
    });
    const said = await wordText(word);
    for (const text of [first.项目名称, "88.86", "2.73"]) expect(said).toContain(text);
  });

  await test.step("the project's file is whole: each entry has the hash of the manifest", async () => {
    const auditor = await cast.as("auditor");
    await auditor.goto(`/projects/${cast.project}`);
    const bytes = await download(auditor, `/api/projects/${cast.project}/file.zip`, {
      type: types.zip,
      atLeast: 20_000,
    });
    const entries = await unzip(bytes);
    const manifest = manifestShape.parse(json(entries.get("manifest.json")));
    expect(new Set(entries.keys())).toEqual(
      new Set([...manifest.entries.map(({ path }) => path), "manifest.json"]),
    );
    for (const { path, size, sha256: hash } of manifest.entries) {
      const body = entries.get(path) ?? Buffer.alloc(0);
      expect([body.length, sha256(body)], path).toEqual([size, hash]);
    }
    expect(checkShape.parse(json(entries.get("check.json")))).toEqual({ sound: true });
    expect([...entries.keys()].some((path) => path.includes("技术交接"))).toBe(true);
  });

  await test.step("what is wrong is refused with its reason, and nothing is kept of it", async () => {
    const unit = await cast.as("enterprise");
    const proven = cast.project;
    await unit.findProject(second.项目名称);
    cast.follow(unit.page.url());
    const projectId = cast.project;
    const submit = (lines: object[]) =>
      unit.post("evaluation.submit-self-evaluation", { projectId, evaluationVersion: 1, lines });
    const changed = (code: string, change: object) =>
      selfLines.map((line) => (line.indicatorCode === code ? { ...line, ...change } : line));
    expect(await submit(changed("S1", { score: "2.30" }))).toMatchObject({
      status: 422,
      fields: ["lines.S1.score score_out_of_band"],
    });
    expect(await submit(changed("Q1", { score: "6" }))).toMatchObject({
      status: 422,
      fields: ["lines.Q1.score computed_score"],
    });
    expect(await submit(changed("Q2", { reason: "" }))).toMatchObject({
      status: 422,
      fields: ["lines.Q2.reason reason_missing"],
    });
    const kept = await unit.page.request.post("/api/files", {
      headers: { origin: kehe.url },
      multipart: {
        file: { name: "证明.pdf", mimeType: "application/pdf", buffer: pdf("证明") },
      },
    });
    const fileId = fileShape.parse(await kept.json()).data.id;
    const prove = (project: string) =>
      unit.post("evaluation.add-proof", {
        projectId: project,
        indicatorCode: "Q2",
        description: "专利证书",
        fileId,
      });
    expect(await prove(proven)).toMatchObject({ status: 409 });
    expect(await submit([...selfLines])).toMatchObject({ status: 200 });
    const officer = await cast.as("officer");
    await officer.goto("/");
    const body = { projectId, evaluationVersion: 2, spent: "2760000", opinion: "数据属实。" };
    const q3 = { indicatorCode: "Q3", deductionPercent: 10, reason: "目标值设定偏低" };
    const audit = (...lines: object[]) =>
      officer.post("evaluation.audit-evaluation", { ...body, lines });
    expect(await audit(q3, { indicatorCode: "E1", value: "1500" })).toMatchObject({
      status: 422,
      fields: ["lines.E1.reason audit_reason_missing"],
    });
    expect(await audit({ ...q3, reason: "" })).toMatchObject({ status: 422 });
    expect(await audit(q3)).toMatchObject({ status: 200 });
    const grade = { projectId, version: 1 };
    expect(await unit.post("evaluation.finalise-grade", grade)).toMatchObject({
      status: 403,
      code: "wrong_role",
    });
    expect(
      await officer.post("approval.record-proxy-decision", {
        projectId,
        command: "evaluation.finalise-grade",
        input: grade,
        minutesNumber: "局长办公会〔2026〕6号",
        scanFileId: randomUUID(),
      }),
    ).toMatchObject({ status: 403, code: "four_eyes" });
    await cast.does("manager", "evaluation.finalise-grade");
    await expect((await cast.open("manager", "evaluation")).page.locator("main")).toContainText(
      "88.83",
    );
  });

  await test.step("the desk shows, filters, compares and exports both with the same figures", async () => {
    const manager = await cast.as("manager");
    await manager.goto("/evaluations?grade=good&year=2024");
    const rows = manager.page.locator("main table").last().locator("tbody tr");
    await expect(rows.filter({ hasText: first.项目名称 })).toContainText("88.86");
    await expect(rows.filter({ hasText: second.项目名称 })).toContainText("88.83");
    await manager.goto("/evaluations?grade=poor");
    await expect(manager.page.locator("main")).not.toContainText(first.项目名称);
    await manager.goto("/evaluations/compare");
    for (const [name, { 项目编号: number }] of [
      ["a", first],
      ["b", second],
    ] as const) {
      const choice = manager.page.locator(`#filter-${name}`);
      const option = choice.locator("option", { hasText: number });
      await choice.selectOption((await option.getAttribute("value")) ?? "");
    }
    await manager.page.locator("main search button").click();
    await manager.page.waitForURL(/b=[0-9a-f]/);
    await manager.look("compared");
    const n1 = manager.page.locator("main tbody tr").filter({ hasText: "N1 " });
    for (const text of ["2.73 / 3", "2.70 / 3"]) await expect(n1).toContainText(text);
    const sheet = await readSheet(
      await download(manager, "/api/evaluations.xlsx?grade=good&year=2024", {
        type: types.excel,
        atLeast: 3_000,
      }),
    );
    const figures = sheet.flatMap((cells) =>
      cells.filter((cell) => cell === 88.83 || cell === 88.86).map(Number),
    );
    expect(figures.sort()).toEqual([88.83, 88.86]);
  });

  await test.step("data changed behind Kehe's back: the rerun says so", async () => {
    await askDatabase(
      kehe.ownerUrl,
      "update evaluation_line set audited_value = '9' where indicator_code = 'Q1' and project_id = $1",
      [cast.project],
    );
    const auditor = await cast.as("auditor");
    await auditor.goto(`/projects/${cast.project}/report`);
    await expect(auditor.page.locator("main")).toContainText("与定级时不一致");
    await auditor.look("changed");
  });

  await cast.leave();
});

const why = { cause: "market", reason: "受市场影响", improvement: "拓展市场、补足能力" };
const manifestShape = z.object({
  entries: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
});
const checkShape = z.object({ sound: z.boolean() });
const fileShape = z.object({ data: z.object({ id: z.string() }) });

/** The row of an indicator in the table of lines. */
const row = (page: Page, code: string) =>
  page
    .locator("main tbody tr")
    .filter({ has: page.locator("td").first().getByText(code, { exact: true }) })
    .first();

const json = (bytes: Buffer | undefined): unknown => JSON.parse(bytes?.toString("utf8") ?? "null");
