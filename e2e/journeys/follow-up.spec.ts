import { expect, test } from "@playwright/test";
import { Cast } from "../support/cast";
import { proposal } from "../support/focused-ultrasound";
import { type Kehe, startKehe } from "../support/place";
import { provincialSheet } from "../support/provincial-row";
import { registerLedger, uploadLedger } from "../support/register";

/** A city project in its follow-up, as a ledger tells it. */
const followed = {
  项目编号: "CZ2024001",
  项目名称: "智能焊接机器人联合研发",
  项目级别: "市级",
  当前环节: "跟踪评价",
  进入环节日期: "2026-02-02",
  立项年度: "2024",
  开始日期: "2024-01-01",
  结束日期: "2025-12-31",
  "省级财政（万元）": "",
  "市级财政（万元）": "60",
  验收结论: "通过",
  验收日期: "2026-01-20",
};

const firstYear = {
  summary: "产品持续销售，合作继续。",
  sales: "1900",
  exports: "100",
  profitAndTax: "160",
  jobs: "12",
  patentsFiled: "1",
  patentsGranted: "1",
  standards: "0",
  followUpContracts: "1",
  followUpInvestment: "50",
};

const later = "智能焊接成套装备产业化";

let kehe: Kehe;

test.beforeAll(async () => {
  kehe = await startKehe("2026-03-02");
});
test.afterAll(() => kehe.stop());

test("two years of follow-up, a later provincial project, and who was asked", async ({
  browser,
}) => {
  const cast = new Cast(browser, kehe);
  let rejected = "";

  await test.step("an application that the district doesn't recommend", async () => {
    await decline(cast);
    rejected = cast.project;
  });

  await test.step("a city project comes in where it stands: in its follow-up", async () => {
    const officer = await cast.as("officer");
    await officer.openForm("/registrations/import");
    await uploadLedger(officer, await provincialSheet(followed));
    await registerLedger(cast, officer);
    await officer.findProject(followed.项目名称);
    cast.follow(officer.page.url());
  });

  await test.step("partner and user are asked by single-use links, in their own language", async () => {
    for (const { locale, audience, thanks, gone } of respondents) {
      const link = await invite(cast, audience);
      const stranger = await cast.stranger({ locale, width: 390 });
      await stranger.openForm(link);
      const answer = { quality: "5", cooperation: "4", overall: "5", comment: "Good work." };
      await stranger.send(answer, (url) => url.searchParams.get("done") === "1");
      await expect(stranger.page.locator("main")).toContainText(thanks);
      await stranger.goto(link);
      await expect(stranger.page.locator("main")).toContainText(gone);
      await stranger.look(`gone ${locale}`);
      const token = link.split("/").at(-1);
      const { comment: _, ...marks } = answer;
      expect(await stranger.post("surveys.answer", { token, ...marks })).toMatchObject({
        status: 404,
      });
      await stranger.close();
    }
    const officer = await cast.open("officer", "evaluation");
    await expect(officer.page.locator("main")).toContainText("已发2份");
  });

  await test.step("T+1 is answered, confirmed by the district and closed", async () => {
    kehe.setClock("2027-12-06");
    await cast.does("enterprise", "evaluation.submit-tracking-report", {
      content: {
        ...firstYear,
        outcomes: [
          {
            kind: "upper_project",
            title: later,
            number: "BA2027008",
            level: "provincial",
            amount: "200",
          },
        ],
      },
    });
    await cast.does("district", "evaluation.confirm-tracking-report", { opinion: "属实" });
    await cast.does("officer", "evaluation.close-tracking-report");
  });

  await test.step("the later provincial project counts as conversion", async () => {
    const manager = await cast.as("manager");
    await manager.goto("/follow-up");
    const main = manager.page.locator("main");
    await expect(main.locator("tr", { hasText: "武进区" }).first()).toContainText("100");
    await expect(main.locator("tr", { hasText: later })).toContainText("BA2027008");
  });

  await test.step("T+2 begins with the last answer; the follow-up ends with its rating", async () => {
    kehe.setClock("2028-12-05");
    const unit = await cast.open("enterprise", "evaluation");
    await unit.openStep("evaluation.submit-tracking-report");
    await expect(unit.form.control("content.sales")).toHaveValue(/1,?900/);
    await unit.send({ content: { summary: "销售继续增长。", sales: "2100" } });
    cast.minutesLater(5);
    await cast.does("district", "evaluation.confirm-tracking-report", { opinion: "属实" });
    await cast.does("officer", "evaluation.close-tracking-report");
    await cast.does("officer", "evaluation.end-tracking", { opinion: "跟踪期满。" });
    await cast.isAt("enterprise", "已归档");
    const shown = await cast.open("enterprise", "evaluation");
    await expect(shown.page.locator("main")).toContainText("成长");
    await shown.page.locator("main a[href^='/record/']").first().click();
    await shown.page.waitForURL(/\/record\//);
    await shown.look();
    await expect(
      shown.page.locator("main tr", { hasText: followed.项目名称 }).first(),
    ).toContainText("成长");
  });

  await test.step("an applicant that was declined answers as the comparison group", async () => {
    cast.project = rejected;
    const link = await invite(cast, "applicant");
    const stranger = await cast.stranger({ locale: "zh-CN" });
    await stranger.openForm(link);
    await stranger.send(
      { wentAhead: "smaller", otherFunding: "own", sales: "80", jobs: "3" },
      (url) => url.searchParams.get("done") === "1",
    );
    await stranger.close();
    const manager = await cast.as("manager");
    await manager.goto("/follow-up");
    await expect(manager.page.locator("main tr", { hasText: "未立项" }).first()).toContainText(
      "80",
    );
  });

  await cast.leave();
});

const respondents = [
  { locale: "en", audience: "partner", thanks: "Thank you", gone: "can't be used" },
  { locale: "zh-CN", audience: "user", thanks: "谢谢", gone: "链接" },
] as const;

/** The bureau makes a link for somebody; answers its path. */
async function invite(cast: Cast, audience: string): Promise<string> {
  const asked = { audience, recipient: "王明，asked@example.com" };
  await cast.does("officer", "surveys.invite", asked, { tab: "evaluation" });
  const officer = await cast.as("officer");
  const link = officer.page.locator("main code");
  await expect(link).toContainText("/survey/");
  return new URL(await link.innerText()).pathname;
}

/** An application that the district doesn't recommend. */
async function decline(cast: Cast): Promise<void> {
  const filler = await cast.as("filler");
  await filler.goto("/calls");
  await filler.page
    .locator("main")
    .getByRole("link", { name: /2026年度国际科技合作项目/ })
    .click();
  await filler.ready();
  await filler.page.getByRole("button", { name: /开始申报|新建申报/ }).click();
  await filler.page.locator("dialog[open] button").last().click();
  await filler.page.waitForURL(/\/projects\//);
  cast.follow(filler.page.url());
  await cast.open("filler", "application");
  await filler.openStep("application.save-draft");
  await filler.form.fill(proposal);
  await expect(filler.page.getByText(/^已保存/)).toBeVisible();
  await cast.does("enterprise", "application.submit");
  await cast.does("district", "application.decline-recommendation", { reason: "与本区产业不符" });
}
