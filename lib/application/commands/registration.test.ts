import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { closeReport } from "@/lib/absorption/commands/close-report";
import { confirmReport } from "@/lib/absorption/commands/confirm-report";
import { newKey } from "@/lib/documents/storage";
import { query } from "@/lib/kernel/query";
import { loadReference } from "@/lib/reference/load";
import { useWorld } from "@/test/world";
import { ledgerColumns } from "../ledger/columns";
import { registrationDetail } from "../queries";
import type { RegistrationAnswer } from "../registration/register";
import { type RegistrationRow, registrableStates } from "../registration/row";
import { confirmRegistration } from "./confirm-registration";
import { importLedger } from "./import-ledger";
import { registerProjects } from "./register-projects";
import { rejectRegistration } from "./reject-registration";

const world = useWorld();
const { run } = world;
const folder = mkdtempSync(join(tmpdir(), "kehe-ledger-"));
process.env.KEHE_FILES_DIR = folder;

beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 30_000,
  }),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (change: Partial<RegistrationRow> = {}): RegistrationRow => ({
  title: "倒置立式系列数控机床的合作研发",
  programmeLevel: "provincial",
  upperDocumentNumber: "苏科资发〔2025〕1号",
  year: 2025,
  state: "active",
  uscc: "91320411000000019F",
  unitName: "常州新北精密机器人有限公司",
  unitType: "private",
  districtId: "320411",
  countryCode: "DE",
  industryCode: "CNC",
  cooperationMode: "M2",
  partnerName: "EMAG Holding GmbH",
  investigatorName: "王强",
  startsOn: "2025-07-01",
  endsOn: "2027-06-30",
  grantProvince: "1000000",
  ownFunds: "2000000",
  spent: "300000",
  undertaking: {
    technologies: [
      {
        name: "倒置主轴",
        weight: 1,
        main: true,
        trlScaleId: "qd13",
        trlStart: 4,
        pointsTotal: null,
        importBy: "2025-12-31",
        digestBy: "2026-06-30",
        absorbBy: "2026-12-31",
        reinnovateBy: "2027-06-30",
      },
    ],
    targets: [],
    milestones: [],
    tranches: [],
  },
  ...change,
});

async function register(rows: RegistrationRow[]): Promise<string> {
  const data = await run("officer", registerProjects, { rows, dryRun: false });
  const { registrationId } = data as RegistrationAnswer;
  if (!registrationId) throw new Error("nothing was registered");
  return registrationId;
}

async function registered(rows: RegistrationRow[]): Promise<string[]> {
  const registrationId = await register(rows);
  const data = await run("officer2", confirmRegistration, { registrationId, version: 1 });
  return (data as { projectIds: string[] }).projectIds;
}

describe("projects approved elsewhere (T00)", () => {
  it.each(registrableStates)(
    "stand straight in state %s with what they have by then",
    async (state) => {
      const after = ["evaluation", "tracking", "archived"].includes(state);
      const accepted = { acceptanceResult: "passed", acceptedOn: "2026-01-20" };
      const [id] = await registered([
        row({ title: `登记项目 ${state}`, state, ...(after ? accepted : {}) }),
      ]);
      const project = await world.owner.project.findUniqueOrThrow({
        where: { id },
        select: {
          state: true,
          number: true,
          origin: true,
          grantAmount: true,
          adjustedBudget: true,
          archivedBy: true,
          baselines: { select: { version: true, cause: true } },
          contracts: { select: { version: true, status: true } },
          fundingLines: { orderBy: { source: "asc" }, select: { source: true, year: true } },
          technologies: { select: { name: true } },
          ledgerLinks: { select: { link: true } },
          acceptance: { select: { result: true } },
          evaluations: { select: { status: true } },
          periodicReports: { select: { kind: true } },
          hands: { orderBy: { part: "asc" }, select: { part: true } },
        },
      });
      expect(project).toMatchObject({
        state,
        origin: "registration",
        archivedBy: state === "archived" ? "T00" : null,
        baselines: [{ version: 1, cause: "registration" }],
        contracts: [{ version: 1, status: "effective" }],
        fundingLines: [
          { source: "own", year: 2025 },
          { source: "province", year: 2025 },
        ],
        technologies: [{ name: "倒置主轴" }],
        hands: [{ part: "confirmed" }, { part: "filled" }],
      });
      expect(project.number).toMatch(/^KH2025-\d{4}$/);
      expect(project.grantAmount.toFixed(0)).toBe("1000000");
      expect(project.adjustedBudget.toFixed(0)).toBe("3000000");
      expect(project.ledgerLinks).toHaveLength(4);
      expect(project.evaluations).toHaveLength(
        ["acceptance_filing", "evaluation"].includes(state) ? 1 : 0,
      );
      const tracking = project.periodicReports.filter(({ kind }) => kind === "tracking");
      expect(tracking.length > 0).toBe(state === "tracking");
      const acceptance = !["active", "suspended", "archived"].includes(state);
      expect(project.acceptance !== null).toBe(acceptance);
    },
  );

  it("are confirmed by another officer, once", async () => {
    const registrationId = await register([row({ title: "四眼原则" })]);
    const body = { registrationId, version: 1 };
    await expect(run("officer", confirmRegistration, body)).rejects.toMatchObject({
      status: 403,
      code: "four_eyes",
    });
    await expect(run("manager", confirmRegistration, body)).rejects.toMatchObject({ status: 403 });
    await run("head", rejectRegistration, { ...body, reason: "文号有误" });
    await expect(run("officer2", confirmRegistration, body)).rejects.toMatchObject({
      status: 409,
      code: "registration_answered",
    });
    expect(await world.owner.project.count({ where: { title: "四眼原则" } })).toBe(0);
  });

  it("of direct units have a case officer, and another for the district's steps", async () => {
    const [id = ""] = await registered([
      row({
        title: "直属单位的项目",
        uscc: "12320400000000035C",
        unitName: "常州市先进材料研究所",
        districtId: "CZ-DIR",
      }),
    ]);
    const project = await world.owner.project.findUniqueOrThrow({
      where: { id },
      select: {
        caseOfficerId: true,
        periodicReports: { orderBy: { period: "asc" }, take: 1, select: { id: true } },
      },
    });
    expect(project.caseOfficerId).toBe(world.id("officer"));
    const reportId = project.periodicReports[0]?.id ?? "";
    const report = () =>
      world.owner.periodicReport.update({
        where: { id: reportId },
        data: { status: "submitted" },
        select: { version: true },
      });
    const { version } = await report();
    const confirmed = { projectId: id, reportId, version, opinion: "同意" };
    await expect(run("officer", confirmReport, confirmed)).rejects.toMatchObject({ status: 403 });
    await run("officer2", confirmReport, confirmed);
    const closed = { projectId: id, reportId, version: version + 1 };
    await expect(run("officer2", closeReport, closed)).rejects.toMatchObject({
      status: 403,
      code: "four_eyes",
    });
    await run("officer", closeReport, closed);
  });

  it("bring their unit along when Kehe doesn't know it", async () => {
    const [id] = await registered([
      row({ title: "新单位的项目", uscc: "913204110000000430", unitName: "常州新单位有限公司" }),
    ]);
    const project = await world.owner.project.findUniqueOrThrow({
      where: { id },
      select: { unit: { select: { status: true, districtId: true } } },
    });
    expect(project.unit).toEqual({ status: "confirmed_by_import", districtId: "320411" });
  });

  it("are tried first: a dry run names what is wrong and changes nothing", async () => {
    await registered([row({ title: "已在库", number: "BZ2025-1" })]);
    const before = await world.owner.registration.count();
    const rows = [
      row({ title: "已在库", number: "BZ2025-1" }),
      row({ title: "甲", uscc: "91320411000000019E", countryCode: "XX" }),
      row({ title: "乙", endsOn: "2025-01-01", upperDocumentNumber: undefined }),
      row({ title: "丙", districtId: "320405" }),
      row({ title: "丁", state: "tracking" }),
      row({ title: "戊", spent: "99999999" }),
    ];
    const data = await run("officer", registerProjects, { rows, dryRun: true });
    const { problems } = data as RegistrationAnswer;
    expect(problems.map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual([
      "0 targets targets_default",
      "0 number number_taken",
      "0 title title_taken",
      "1 countryCode code_unknown",
      "1 uscc bad_credit_code",
      "1 targets targets_default",
      "2 endsOn ended_before_started",
      "2 endsOn term_over",
      "2 upperDocumentNumber upper_document_missing",
      "2 targets targets_default",
      "3 districtId district_ended",
      "3 districtId unit_district_differs",
      "3 targets targets_default",
      "4 acceptanceResult acceptance_missing",
      "4 acceptedOn acceptance_missing",
      "4 targets targets_default",
      "5 spent overspent",
      "5 targets targets_default",
    ]);
    expect(await world.owner.registration.count()).toBe(before);
    await expect(run("officer", registerProjects, { rows, dryRun: false })).rejects.toMatchObject({
      status: 422,
      code: "registration_errors",
    });
    await expect(
      run("enterprise", registerProjects, { rows: [row()], dryRun: true }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

type Cells = Record<string, string | number | Date>;

const cells: Cells = {
  number: "BE2025-77",
  title: "用于煤矿的无线传感器网络（WSN）",
  programmeLevel: "省级",
  upperDocumentNumber: "苏科资发〔2025〕1号",
  year: 2025,
  state: "实施中",
  uscc: "91320411000000019F",
  unitName: "常州新北精密机器人有限公司",
  unitType: "民营企业",
  districtId: "新北区",
  countryCode: "以色列",
  industryCode: "CNC",
  cooperationMode: "M2",
  partnerName: "NTI",
  investigatorName: "王强",
  startsOn: "2025年7月1日",
  endsOn: new Date("2027-06-30T00:00:00Z"),
  grantProvince: 100.5,
  ownFunds: "1,200",
  technologies: "自组网协议；低功耗节点；井下定位",
};

async function ledger(
  lines: Cells[],
  stray: string[] = [],
  targets: string[][] = [],
): Promise<string> {
  const header = ledgerColumns.map(({ zh, required }) => (required ? `${zh} *` : zh));
  const rows = lines.map((line) => [
    ...ledgerColumns.map(({ key }) => line[key] ?? null),
    ...stray,
  ]);
  const bytes = await writeExcelFile([
    { sheet: "台账", data: [header, ...rows], dateFormat: "yyyy-mm-dd" },
    { sheet: "绩效目标", data: targets },
  ]).toBuffer();
  return upload(bytes);
}

async function upload(bytes: Buffer): Promise<string> {
  const id = await world.file("officer", "台账.xlsx");
  const key = newKey();
  const place = join(folder, "kept", key);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes);
  await world.owner.storedFile.update({
    where: { id },
    data: { storageKey: key, size: bytes.length },
    select: { id: true },
  });
  return id;
}

describe("a ledger from Excel", () => {
  it("comes in by names or codes, with money in 万元 and stray cells left out", async () => {
    const fileId = await ledger([cells], ["备注"]);
    const tried = await run("officer", importLedger, { fileId, dryRun: true });
    const { problems, preview } = tried as RegistrationAnswer;
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "stray_cell warning",
      "targets_default warning",
    ]);
    expect(preview).toMatchObject([{ row: 2, state: "active", grant: "1005000.00" }]);
    const data = await run("officer", importLedger, { fileId, dryRun: false });
    const { registrationId } = data as RegistrationAnswer;
    await run("officer2", confirmRegistration, { registrationId, version: 1 });
    const project = await world.owner.project.findUniqueOrThrow({
      where: { number: "BE2025-77" },
      select: {
        startsOn: true,
        endsOn: true,
        ownAmount: true,
        countryCode: true,
        technologies: { orderBy: { position: "asc" }, select: { name: true, weight: true } },
      },
    });
    expect(project).toMatchObject({
      startsOn: new Date("2025-07-01T00:00:00Z"),
      endsOn: new Date("2027-06-30T00:00:00Z"),
      countryCode: "IL",
    });
    expect(project.ownAmount.toFixed(0)).toBe("12000000");
    expect(project.technologies.map(({ weight }) => weight.toFixed(4))).toEqual([
      "0.3333",
      "0.3333",
      "0.3334",
    ]);
  });

  it("brings targets along, and nothing that is late on its first day", async () => {
    const named = {
      ...cells,
      number: "BE2025-78",
      title: "早已开始的项目",
      startsOn: "2024-01-01",
    };
    const header = ["项目编号或名称", "指标代码", "目标值", "核心"];
    const fileId = await ledger([named], [], [header, ["BE2025-78", "Q2", "4", "是"]]);
    const tried = await run("officer", importLedger, { fileId, dryRun: true });
    expect((tried as RegistrationAnswer).problems).toEqual([]);
    const unknown = await ledger([named], [], [header, ["BE2025-78", "Q99", "4", ""]]);
    const refused = await run("officer", importLedger, { fileId: unknown, dryRun: true });
    expect((refused as RegistrationAnswer).problems).toMatchObject([
      { column: "targets", code: "indicator_unknown", severity: "error" },
    ]);
    const data = await run("officer", importLedger, { fileId, dryRun: false });
    const { registrationId } = data as RegistrationAnswer;
    const officer2 = world.as("officer2");
    const batch = await query(officer2, (tx) =>
      registrationDetail(tx, officer2, registrationId ?? ""),
    );
    expect(batch?.summary).toMatchObject({
      projects: 1,
      units: 1,
      newUnits: 0,
      technologies: 3,
      links: 12,
      targets: 1,
      defaultTargets: 0,
    });
    await run("officer2", confirmRegistration, { registrationId, version: 1 });
    const project = await world.owner.project.findUniqueOrThrow({
      where: { number: "BE2025-78" },
      select: {
        baselines: {
          select: {
            targets: { where: { indicatorCode: "Q2" }, select: { value: true, core: true } },
          },
        },
        ledgerLinks: { where: { plannedTo: { lt: world.now() } }, select: { id: true } },
        midTermChecks: { where: { dueAt: { lt: world.now() } }, select: { id: true } },
        duties: { where: { dueAt: { lt: world.now() } }, select: { kind: true } },
      },
    });
    expect(project).toMatchObject({
      baselines: [{ targets: [{ value: "4", core: true }] }],
      ledgerLinks: [],
      midTermChecks: [],
      duties: [],
    });
  });

  it("names each wrong cell by row and column", async () => {
    const fileId = await ledger([
      { ...cells, number: "A-1", title: "甲", grantProvince: "约一百" },
      { ...cells, number: "A-2", title: "乙", endsOn: "2027-02-30", countryCode: "火星" },
      { ...cells, number: "A-3", title: "丙", state: "填报中" },
      { ...cells, number: "A-4", title: "" },
    ]);
    const tried = await run("officer", importLedger, { fileId, dryRun: true });
    const { problems } = tried as RegistrationAnswer;
    expect(problems.map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual([
      "2 grantProvince text_in_money",
      "3 countryCode code_unknown",
      "3 endsOn bad_date",
      "4 state state_not_registrable",
      "5 title cell_missing",
    ]);
  });

  it("refuses what is no sheet and a sheet without the columns", async () => {
    const noSheet = await upload(Buffer.from("%PDF-1.7 not a sheet at all, but long enough"));
    await expect(
      run("officer", importLedger, { fileId: noSheet, dryRun: true }),
    ).rejects.toMatchObject({
      status: 422,
      details: { fields: { fileId: [{ code: "not_a_sheet" }] } },
    });
    const other = await upload(await writeExcelFile([["姓名"], ["张三"]]).toBuffer());
    const data = await run("officer", importLedger, { fileId: other, dryRun: true });
    const codes = (data as RegistrationAnswer).problems.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["column_unknown", "column_missing"]));
    await expect(
      run("manager", importLedger, { fileId: other, dryRun: true }),
    ).rejects.toMatchObject({ status: 404 });
  });
});
