import { expect, test } from "@playwright/test";
import type { PersonName } from "@/test/world/people";
import { Cast } from "../support/cast";
import {
  acceptanceFile,
  auditLines,
  contractTerms,
  contractUndertaking,
  proposal,
  title,
  trackingReport,
} from "../support/focused-ultrasound";
import { closeLink, importLinks } from "../support/ledger-steps";
import { type Kehe, startKehe } from "../support/place";

let kehe: Kehe;

test.beforeAll(async () => {
  kehe = await startKehe("2026-03-02");
});
test.afterAll(() => kehe.stop());

test("a project from its draft to the archive", async ({ browser }) => {
  const cast = new Cast(browser, kehe);

  await test.step("the filler writes the proposal, which saves itself", async () => {
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
    await filler.page.reload();
    await expect(filler.form.control("title")).toHaveValue(title);
    await filler.form.ready();
    await filler.look();
  });

  await test.step("the unit's administrator submits, the district returns it with two reasons", async () => {
    await cast.does("enterprise", "application.submit");
    await cast.does("district", "application.return-for-amendment", {
      reasons: [
        { field: "项目简介", reason: "请写明引进技术的来源" },
        { field: "里程碑", reason: "里程碑缺少样机试制" },
      ],
    });
    await cast.isAt("enterprise", "已退回，请修改后重新提交");
  });

  await test.step("corrected where the reasons stand, submitted again and recommended", async () => {
    const filler = await cast.open("filler", "application");
    await filler.openStep("application.save-draft");
    await expect(filler.page.getByText("请写明引进技术的来源")).toBeVisible();
    await expect(filler.page.getByText("里程碑缺少样机试制")).toBeVisible();
    await filler.form.fill({ summary: "自以色列引进磁共振引导聚焦超声技术，用于肝癌无创治疗。" });
    await filler.page
      .getByRole("navigation", { name: "所在位置" })
      .getByRole("link")
      .last()
      .click();
    await filler.page.waitForURL((url) => !url.pathname.includes("save-draft"));
    await filler.openStep("application.save-draft");
    await expect(filler.form.control("summary")).toHaveValue(/用于肝癌无创治疗。$/);
    await cast.does("enterprise", "application.resubmit");
    await cast.does("district", "application.recommend", { opinion: "技术先进，同意推荐。" });
  });

  await test.step("formal review; of the experts one recuses himself and is replaced", async () => {
    await cast.does("officer", "approval.form-panel", {
      route: "online",
      expertIds: ["专家一", "专家二", "专家四"],
    });
    await cast.does("officer", "application.pass-formal-review", {
      checklist: {
        unitEligible: "yes",
        insideCall: "yes",
        filesComplete: "yes",
        pledgeSigned: "yes",
        budgetRegular: "yes",
        agreementValid: "yes",
        targetsMeasurable: "yes",
      },
    });
    await cast.does("expert4", "approval.declare-interest", {
      conflicts: ["合作"],
      answer: "recuse",
      reason: "三年内与申报单位有合作项目",
      checked: true,
    });
    await cast.does("officer", "approval.replace-expert", {
      expertId: "专家三",
      reason: "专家四申请回避",
    });
  });

  await test.step("three experts score, the officer merges", async () => {
    for (const expert of ["expert1", "expert2", "expert3"] as const) await review(cast, expert);
    await cast.does("officer", "approval.conclude-review", {
      verdict: "recommend",
      summary: "专家一致建议立项。",
    });
  });

  await test.step("decided, published, issued after the publicity", async () => {
    await cast.does("manager", "approval.propose-approval", {
      minutesNumber: "局长办公会〔2026〕5号",
      amount: "60",
      noticeNumber: "公示〔2026〕1号",
    });
    await cast.isAt("auditor", "立项公示");
    kehe.setClock("2026-04-20");
    await cast.does("manager", "approval.issue-approval", { documentNumber: "常科发〔2026〕30号" });
  });

  await test.step("the contract is drafted, signed by three parties, and in force", async () => {
    await cast.does("enterprise", "approval.draft-contract", {
      startsOn: "2026-07-01",
      endsOn: "2028-06-30",
      terms: contractTerms,
      undertaking: contractUndertaking,
    });
    await cast.does("enterprise", "approval.sign-contract");
    await cast.does("district", "approval.sign-contract");
    await cast.does("officer", "approval.sign-contract");
    await cast.does("officer", "approval.bring-contract-into-force");
    await cast.isAt("enterprise", "实施中");
  });

  await test.step("the main technology goes through the four links", () => ledger(cast));

  await test.step("one annual report is submitted, confirmed and closed", async () => {
    kehe.setClock("2027-12-10");
    const answers = {
      progress: "完成引进与消化。",
      problems: "外方设备交付较计划推迟。",
      nextSteps: "推进国产化与再创新。",
      spentAmount: "180",
    };
    await cast.does("enterprise", "absorption.submit-report", answers);
    await cast.does("district", "absorption.confirm-report", { opinion: "属实" });
    await cast.does("officer", "absorption.close-report");
  });

  await test.step("one extension is asked for and approved", async () => {
    await cast.does("enterprise", "absorption.request-change", {
      kind: "term",
      reason: "外方设备交付推迟六个月",
      endsOn: "2028-12-31",
    });
    await cast.does("district", "absorption.give-change-opinion", {
      verdict: "agree",
      opinion: "情况属实，同意延期。",
    });
    await cast.does("officer", "absorption.approve-change", {
      reason: "同意延期至2028年12月31日。",
    });
  });

  await test.step("the acceptance asks for a rectification, then passes", () => acceptance(cast));

  await test.step("evaluated to 88.83, good", async () => {
    await cast.does("officer", "evaluation.audit-evaluation", auditLines);
    await cast.does("manager", "evaluation.finalise-grade");
    const manager = await cast.open("manager", "evaluation");
    await expect(manager.page.locator("main")).toContainText("88.83");
    await manager.page.locator("main a[href*='/report']").first().click();
    await manager.page.waitForURL(/\/report/);
    await manager.look();
    await expect(manager.page.locator("main")).toContainText("88.83");
    await expect(manager.page.locator("main")).toContainText("良");
    for (const part of ["9.20", "43.34", "26.79", "9.50"]) {
      await expect(manager.page.locator("main")).toContainText(part);
    }
  });

  await test.step("followed up as long as the rules ask, then archived", async () => {
    for (const day of ["2030-01-15", "2031-01-15"]) {
      kehe.setClock(day);
      await cast.does("enterprise", "evaluation.submit-tracking-report", trackingReport);
      await cast.does("district", "evaluation.confirm-tracking-report", { opinion: "属实" });
      await cast.does("officer", "evaluation.close-tracking-report");
    }
    await cast.does("officer", "evaluation.end-tracking", { opinion: "跟踪期满。" });
    await cast.isAt("enterprise", "已归档");
  });

  await test.step("the timeline tells all of it", async () => {
    const auditor = await cast.open("auditor", "timeline");
    const timeline = auditor.page.locator("main");
    for (const line of timelineLines) await expect(timeline).toContainText(line);
  });

  await cast.leave();
});

/** States that the project came through, and reasons that people gave. */
const timelineLines = [
  "退回修改",
  "请写明引进技术的来源",
  "区级审核推荐 → 形式审查",
  "形式审查 → 专家评审",
  "专家四申请回避",
  "专家评审 → 立项审定",
  "立项审定 → 立项公示",
  "立项公示 → 合同签订",
  "合同签订 → 实施中",
  "外方设备交付推迟六个月",
  "实施中 → 待验收",
  "待验收 → 验收评审",
  "验收评审 → 限期整改",
  "限期整改 → 验收评审",
  "验收评审 → 绩效评价",
  "绩效评价 → 跟踪评价",
  "跟踪评价 → 已归档",
];

async function review(cast: Cast, expert: PersonName): Promise<void> {
  await cast.does(expert, "approval.declare-interest", { answer: "accept", checked: true });
  const visitor = await cast.open(expert, "approval");
  await visitor.openStep("approval.submit-review");
  const marks = visitor.page.locator("main form input[inputmode=decimal]");
  const most = ["18", "13", "22", "17", "9", "8"];
  await expect(marks).toHaveCount(most.length);
  for (const [at, mark] of most.entries()) await marks.nth(at).fill(mark);
  await visitor.send({ comment: "技术急需，方案可行。", verdict: "recommend" });
  cast.minutesLater(5);
}

async function ledger(cast: Cast): Promise<void> {
  for (const work of importLinks) await closeLink(cast, kehe, work);
}

const panel = ["专家一", "专家二", "专家三", "专家四", "专家六"];
const people: Readonly<Record<string, PersonName>> = {
  专家一: "expert1",
  专家二: "expert2",
  专家三: "expert3",
  专家四: "expert4",
  专家五: "expert5",
  专家六: "expert6",
};

const nameOf = (expert: PersonName): string =>
  Object.entries(people).find(([, person]) => person === expert)?.[0] ?? "";

/** Who sits on the panel of this round, by the officer's screen; the leader first. */
async function seated(cast: Cast, round: string): Promise<PersonName[]> {
  const { page } = await cast.open("officer", "evaluation");
  const rows = page.locator("table", { hasText: "验收专家组" }).locator("tbody tr");
  const texts = (await rows.allInnerTexts()).filter((text) => text.includes(round));
  const leading = [...texts].sort(
    (a, b) => Number(b.includes("组长")) - Number(a.includes("组长")),
  );
  return leading.flatMap((text) => people[text.slice(0, 3)] ?? []);
}

async function vote(cast: Cast, voters: readonly PersonName[], verdict: string): Promise<void> {
  const opinion = verdict === "passed" ? "同意通过验收。" : "补充第三方测试后再验收。";
  expect(voters).toHaveLength(5);
  const [leader = "expert1"] = voters;
  for (const expert of voters) {
    await cast.does(expert, "evaluation.cast-acceptance-vote", { verdict, opinion });
  }
  await cast.does(leader, "evaluation.draft-acceptance-opinion", {
    verdict,
    opinion: `专家组听取汇报、审阅资料并质询，形成意见：${opinion}`,
  });
  for (const expert of voters) {
    await cast.does(expert, "evaluation.sign-acceptance-opinion", { signedName: nameOf(expert) });
  }
}

async function acceptance(cast: Cast): Promise<void> {
  kehe.setClock("2029-01-08");
  await cast.does("enterprise", "absorption.report-spending", {
    spentAmount: "276",
    asOf: "2028-12-31",
  });
  await cast.does("enterprise", "evaluation.apply-for-acceptance");
  await cast.does("enterprise", "evaluation.submit-acceptance-file", acceptanceFile);
  await cast.does("district", "evaluation.confirm-acceptance-file", { opinion: "材料属实。" });
  await cast.does("officer", "evaluation.admit-acceptance");
  await cast.does("officer", "evaluation.draw-acceptance-panel");
  await cast.does("officer", "evaluation.call-acceptance-meeting", {
    meetingAt: "2029-01-20T09:00",
    meetingPlace: "市科技局三楼会议室",
  });
  await vote(cast, await seated(cast, ""), "rectify");
  await cast.does("officer", "evaluation.order-rectification", { order: "补充第三方测试报告。" });
  await cast.does("enterprise", "evaluation.submit-rectification", {
    report: "已补充第三方测试报告。",
  });
  await cast.does("district", "evaluation.confirm-rectification", { opinion: "整改到位。" });
  await cast.does("enterprise", "evaluation.reapply-for-acceptance");
  await cast.does("officer", "evaluation.form-acceptance-panel", {
    expertIds: panel,
    reason: "由了解整改要求的专家复核。",
  });
  await vote(cast, await seated(cast, "第2次"), "passed");
  await cast.does("officer", "evaluation.propose-result", {
    result: "passed",
    opinion: "整改后达到要求，建议通过。",
    reason: "专家一致同意通过，个别指标受市场影响。",
  });
  await cast.does("manager", "evaluation.issue-acceptance-result");
}
