import { expect, test } from "@playwright/test";
import { Cast } from "../support/cast";
import { LedgerHand, type LinkEntry } from "../support/ledger-hand";
import { type Kehe, startKehe } from "../support/place";
import { provincialSheet } from "../support/provincial-row";

const title = "聚焦超声关键技术引进消化再创新";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const names = ["相控换能器", "测温成像", "治疗计划软件"];

const importCriteria = ["contract_registered", "data_checked", "clauses_checked"];
const digestCriteria = ["points_explained", "reproduced", "staff_certified"];
const absorbCriteria = [
  "local_production",
  "localisation_reached",
  "yield_reached",
  "readiness_reached",
];
const points = { code: "points_mastered", numerator: "18", denominator: "20" };

/** The links of domain.md §2.2: import 120, digest 40, absorb 56; mastery 3, 2 and 4. */
const entry = (
  position: number,
  link: string,
  day: string,
  criteria: readonly string[],
  rest: Partial<LinkEntry> = {},
): LinkEntry => ({ position, link, day, criteria, ...rest });

let kehe: Kehe;

test.beforeAll(async () => {
  kehe = await startKehe("2026-03-02");
});
test.afterAll(() => kehe.stop());

test("two technologies go through the four links; what falls behind is seen, what is done is paid", async ({
  browser,
}) => {
  const cast = new Cast(browser, kehe);
  let hand: LedgerHand;

  await test.step("a provincial project comes in; its ledger is planned with weights", async () => {
    const officer = await cast.as("officer");
    await officer.goto("/registrations/import");
    await officer.form.ready();
    const bytes = await provincialSheet({ 项目编号: "BZ2026009", 项目名称: title });
    await officer.form.fill({
      fileId: { papers: [{ name: "台账.xlsx", bytes, type: sheetType }] },
    });
    await officer.page.locator("main form button:not([type=button])").click();
    await officer.page.getByRole("button", { name: "提交登记" }).click();
    await officer.page.waitForURL(/\/registrations\/[0-9a-f-]{36}/);
    const second = await cast.as("officer2");
    await second.goto(new URL(officer.page.url()).pathname);
    await second.ready();
    await second.page.locator("main button[type=button]").first().click();
    await second.page.locator("dialog[open] button").last().click();
    await expect(second.page.locator("dialog[open]")).toHaveCount(0);
    await second.findProject(title);
    cast.follow(second.page.url());
    const id = /[0-9a-f-]{36}/.exec(second.page.url())?.[0] ?? "";
    hand = new LedgerHand(cast, kehe, id);
    for (const person of ["enterprise", "district", "head", "manager"] as const) {
      await cast.open(person, "absorption");
    }
    await hand.send("enterprise", "absorption.plan-technology", {
      technologies: names.map((name, at) => ({
        name,
        weight: [0.5, 0.3, 0.2][at],
        main: at === 0,
        trlScaleId: "qd13",
        trlStart: 5,
        pointsTotal: 20,
        importBy: "2026-06-30",
        digestBy: "2026-12-31",
        absorbBy: "2027-06-30",
        reinnovateBy: "2027-10-31",
      })),
    });
  });

  const cell = (position: number, at: number) =>
    `#ledger tr:has(th:has-text("${names[position - 1]}")) td[data-tone] >> nth=${at}`;

  await test.step("evidence is returned once, then the import links close", async () => {
    const first = { within: `main details:has(summary:has-text("引进")) >> nth=0` };
    const prove = (criterionCode: string, name: string) =>
      cast.does(
        "enterprise",
        "absorption.add-evidence",
        {
          criterionCode,
          description: "引进环节证明材料",
          datedOn: "2026-04-10",
          fileId: { papers: [{ name }] },
        },
        first,
      );
    kehe.setClock("2026-04-10");
    await hand.send("enterprise", "absorption.record-link-figures", {
      ...(await hand.link({ position: 1, link: "import" })),
      cost: "1200000",
      figures: [],
    });
    for (const code of importCriteria) await prove(code, `${code}.pdf`);
    await cast.does("enterprise", "absorption.submit-link", {}, first);
    await cast.does(
      "district",
      "absorption.return-link",
      { reason: "登记证缺页", evidenceIds: ["2026-04-10"] },
      first,
    );
    const unit = await cast.open("enterprise", "absorption");
    await expect(unit.page.locator(cell(1, 0))).toContainText("已退回补正");
    await expect(unit.page.locator("main")).toContainText("登记证缺页");
    await prove("contract_registered", "完整登记证.pdf");
    await cast.does("enterprise", "absorption.submit-link", {}, first);
    await cast.does("district", "absorption.confirm-link", { closedOn: "2026-04-10" }, first);
    await hand.close(entry(2, "import", "2026-04-13", importCriteria));
    await hand.close(entry(3, "import", "2026-04-14", importCriteria));
  });

  await test.step("digestion closes; its incentive of 8.0 is claimed, confirmed and paid", async () => {
    const digest = { figures: [points] };
    await hand.close(
      entry(1, "digest", "2026-09-10", digestCriteria, {
        ...digest,
        cost: "400000",
        mastery: { mastery: 2, trlNow: 6 },
      }),
    );
    await hand.close(
      entry(3, "digest", "2026-09-14", digestCriteria, {
        ...digest,
        mastery: { mastery: 2, trlNow: 6 },
      }),
    );
    await cast.does("enterprise", "absorption.claim-incentive");
    await cast.does("officer", "absorption.confirm-incentive");
    await cast.does("head", "absorption.issue-incentive", { documentNumber: "常财教〔2026〕61号" });
    await cast.does("district", "absorption.pass-on-payment");
    await cast.does("enterprise", "absorption.confirm-receipt", { receivedOn: "2026-09-14" });
    const unit = await cast.open("enterprise", "absorption");
    const claim = unit.page.locator("#incentives table tr", { hasText: "常财教〔2026〕61号" });
    await expect(claim).toContainText("40 × 20%");
    await expect(claim).toContainText(/%8(\.0)?/);
    await expect(claim).toContainText("已到账");
  });

  await test.step("the annual report is returned and corrected", async () => {
    kehe.setClock("2026-12-08");
    const answers = { progress: "完成引进、消化。", problems: "无", nextSteps: "开展吸收。" };
    await cast.does("enterprise", "absorption.submit-report", { ...answers, spentAmount: "100" });
    await cast.does("district", "absorption.return-report", { reason: "支出与台账不一致" });
    await cast.does("enterprise", "absorption.submit-report", { ...answers, spentAmount: "160" });
    await cast.does("district", "absorption.confirm-report", { opinion: "属实" });
    await cast.does("officer", "absorption.close-report");
  });

  await test.step("the link that falls behind is amber, then red", async () => {
    const late = async (day: string, days: number, tone: string) => {
      kehe.setClock(day);
      const officer = await cast.open("officer", "absorption");
      await expect(officer.page.locator(cell(2, 1))).toContainText(`逾期${days}天`);
      await expect(officer.page.locator(cell(2, 1))).toHaveAttribute("data-tone", tone);
    };
    await late("2027-02-10", 41, "amber");
    await late("2027-04-10", 100, "red");
    await hand.close(
      entry(2, "digest", "2027-04-12", digestCriteria, {
        figures: [points],
        mastery: { mastery: 2, trlNow: 6 },
      }),
    );
  });

  await test.step("absorption closes with 63.0 % of local parts", async () => {
    const localisation = { code: "localisation", numerator: "18500", denominator: "50000" };
    await hand.close(
      entry(1, "absorb", "2027-05-10", absorbCriteria, {
        cost: "560000",
        figures: [localisation],
        mastery: { mastery: 3, trlNow: 8 },
      }),
    );
    await hand.close(
      entry(3, "absorb", "2027-05-12", absorbCriteria, { mastery: { mastery: 3, trlNow: 8 } }),
    );
  });

  await test.step("the partner changes and the term is extended", async () => {
    kehe.setClock("2027-06-01");
    await cast.does("enterprise", "absorption.request-change", {
      kind: "foreign_partner",
      reason: "原外方退出业务",
      partner: { name: "瑞士精密主轴公司", countryCode: "瑞士", type: "企业" },
      documents: { papers: [{ name: "新合作协议.pdf", kind: "D03" }] },
    });
    await cast.does("district", "absorption.give-change-opinion", {
      verdict: "agree",
      opinion: "情况属实。",
    });
    await cast.does("officer", "absorption.approve-change");
    for (const party of ["enterprise", "district", "officer"] as const) {
      await cast.does(party, "absorption.sign-supplement");
    }
    await cast.does("enterprise", "absorption.request-change", {
      kind: "term",
      reason: "更换外方，调试推迟",
      endsOn: "2028-06-30",
    });
    await cast.does("district", "absorption.give-change-opinion", {
      verdict: "agree",
      opinion: "情况属实。",
    });
    await cast.does("officer", "absorption.approve-change");
    const officer = await cast.open("officer", "overview");
    await expect(officer.page.locator("main")).toContainText("瑞士精密主轴公司");
    await expect(officer.page.locator("main")).toContainText("2028-06-30");
  });

  await test.step("it is suspended for a time and goes on", async () => {
    await cast.does("officer", "absorption.propose-suspension", {
      cause: "unit_in_distress",
      text: "单位搬迁，暂停两个月。",
    });
    await cast.does("manager", "absorption.suspend", { reason: "同意暂停。" });
    await cast.isAt("enterprise", "暂停");
    kehe.setClock("2027-08-02");
    await cast.does("manager", "absorption.resume", { reason: "搬迁完成。" });
    await cast.isAt("enterprise", "实施中");
  });

  await test.step("re-innovation closes, and the screen shows the worked example", async () => {
    const criteria = ["own_right_or_product", "improved"];
    await hand.close(entry(1, "reinnovate", "2027-09-01", criteria));
    await hand.close(
      entry(3, "reinnovate", "2027-09-02", criteria, { mastery: { mastery: 4, trlNow: 8 } }),
    );
    const officer = await cast.open("officer", "absorption");
    const main = officer.page.locator("main");
    for (const figure of ["0.725", "0.80", "63.0", "+3", "10 / 12"]) {
      await expect(main).toContainText(figure);
    }
    await officer.page.getByRole("link", { name: "查看数据依据" }).click();
    await officer.page.waitForURL(/\/basis/);
    await officer.look();
    await expect(main).toContainText("关键技术自主掌握率 AI = 0.725");
    await expect(main).toContainText("消化吸收投入比 R = 0.80");
    await expect(main).toContainText("18,500 / 50,000");
    await expect(main).toContainText("完整登记证.pdf");
  });

  await cast.leave();
});
