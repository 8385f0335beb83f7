import { expect, test } from "@playwright/test";
import { reportedFunding, reportedTotals } from "@/lib/library/paper/table2";
import { Cast } from "../support/cast";
import { acceptanceFile, auditLines } from "../support/focused-ultrasound";
import { closeLink, importLinks } from "../support/ledger-steps";
import { type Kehe, startKehe } from "../support/place";
import { provincialRow, provincialSheet } from "../support/provincial-row";
import { registerLedger, uploadLedger } from "../support/register";

const title = provincialRow.项目名称 ?? "";

let kehe: Kehe;

test.beforeAll(async () => {
  kehe = await startKehe("2026-03-02");
});
test.afterAll(() => kehe.stop());

test("a running provincial project comes in from Excel and is evaluated", async ({ browser }) => {
  const cast = new Cast(browser, kehe);

  await test.step("a dry run names the wrong cell; corrected, a second officer confirms", async () => {
    const officer = await cast.as("officer");
    await officer.goto("/registrations/import");
    await officer.form.ready();
    await uploadLedger(officer, await provincialSheet({ 统一社会信用代码: "91320412000000027X" }));
    await expect(officer.page.locator("main table").first()).toContainText("统一社会信用代码");
    await officer.look("findings");
    await uploadLedger(officer, await provincialSheet({}));
    await registerLedger(cast, officer);
    const second = await cast.as("officer2");
    await second.findProject(title);
    cast.follow(second.page.url());
    await cast.isAt("enterprise", "实施中");
  });

  await test.step("its ledger is advanced", async () => {
    const [first] = importLinks;
    if (first) await closeLink(cast, kehe, first);
  });

  await test.step("all of it can be read and done on a phone, in English", () =>
    cast.everyPartFits(["enterprise", "district", "officer", "manager"]));

  await test.step("its annual report is made", async () => {
    kehe.setClock("2026-12-08");
    await cast.does("enterprise", "absorption.submit-report", {
      progress: "完成引进。",
      problems: "无",
      nextSteps: "开展消化。",
      spentAmount: "120",
    });
    await cast.does("district", "absorption.confirm-report", { opinion: "属实" });
    await cast.does("officer", "absorption.close-report");
  });

  await test.step("the province's acceptance is recorded", async () => {
    kehe.setClock("2028-01-10");
    await cast.does("enterprise", "absorption.report-spending", {
      spentAmount: "276",
      asOf: "2027-12-31",
    });
    await cast.does("enterprise", "evaluation.apply-for-acceptance");
    await cast.does("enterprise", "evaluation.submit-acceptance-file", acceptanceFile);
    await cast.does("district", "evaluation.confirm-acceptance-file", { opinion: "属实" });
    await cast.does("officer", "evaluation.record-upper-acceptance", {
      result: "passed",
      documentNumber: "苏科验〔2028〕3号",
      decidedOn: "2028-01-05",
    });
    await cast.does("officer", "evaluation.admit-acceptance");
    await cast.does("manager", "evaluation.issue-acceptance-result");
  });

  await test.step("evaluated; the manager reads the evaluation", async () => {
    await cast.does("officer", "evaluation.audit-evaluation", auditLines);
    await cast.does("manager", "evaluation.finalise-grade");
    const manager = await cast.open("manager", "evaluation");
    await manager.page.locator("main a[href*='/report']").first().click();
    await manager.page.waitForURL(/\/report/);
    await manager.look();
    await expect(manager.page.locator("main")).toContainText(title);
    await expect(manager.page.locator("main")).toContainText("88.83");
    await cast.everyPartFits(["enterprise", "officer", "auditor"]);
  });

  await cast.leave();
});

test("the overview shows the paper's Table 2 as it reports it", async ({ browser }) => {
  const cast = new Cast(browser, kehe);
  const manager = await cast.as("manager");
  await manager.goto("/overview");
  const reported = manager.page.locator("main table", { hasText: "科教城" }).filter({
    hasText: "13,176",
  });
  await expect(reported).toHaveCount(1);
  const rows = reported.locator("tbody tr");
  await expect(rows).toHaveCount(reportedFunding.length);
  for (const { zh, years, total } of reportedFunding) {
    const cells = rows.filter({ has: manager.page.locator("th", { hasText: zh }) }).locator("td");
    const figures = [...years, total].map((value) => value.toLocaleString("en-US"));
    for (const [at, figure] of figures.entries()) await expect(cells.nth(at)).toHaveText(figure);
  }
  const foot = reported.locator("tfoot tr").first().locator("td");
  for (const [at, figure] of [...reportedTotals.years, reportedTotals.total].entries()) {
    await expect(foot.nth(at)).toHaveText(figure.toLocaleString("en-US"));
  }
  for (const tier of [/新北/, /金坛/, /天宁/]) {
    await expect(rows.filter({ has: manager.page.locator("th", { hasText: tier }) })).toHaveCount(
      1,
    );
  }
  await expect(manager.page.locator("main")).toContainText("18,176");
  await cast.leave();
});
