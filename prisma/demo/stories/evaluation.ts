import type { Life } from "../life";
import type { Quality } from "../spec";
import { prove, selfLines } from "./self-lines";

const latest = (life: Life) =>
  life.demo.read((tx) =>
    tx.evaluation.findFirstOrThrow({
      where: { projectId: life.projectId },
      orderBy: { round: "desc" },
      select: { version: true, status: true },
    }),
  );

const round = async (life: Life) => ({ evaluationVersion: (await latest(life)).version });

/** By itself, where the acceptance file did not bring it along. */
export const selfEvaluate = (quality: Quality) => async (life: Life) => {
  if ((await latest(life)).status !== "self") return;
  await prove(life, quality);
  await life.run(life.admin, "evaluation.submit-self-evaluation", {
    ...(await round(life)),
    lines: await selfLines(life, quality),
  });
};

/** The reviewer takes a tenth off the over-achieved Q3, as in the example of domain.md §3.3. */
export const audit = (quality: Quality) => async (life: Life) => {
  const deduction = { indicatorCode: "Q3", deductionPercent: 10, reason: "目标设定偏低" };
  await life.run(life.officer, "evaluation.audit-evaluation", {
    ...(await round(life)),
    lines: quality === "good" ? [deduction] : [],
    opinion: "经核查凭证和现场，数据属实。",
  });
};

export async function returnSelf(life: Life): Promise<void> {
  await life.run(life.officer, "evaluation.return-self-evaluation", {
    ...(await round(life)),
    reasons: [
      { field: "E1", reason: "新增销售收入请附专项审计明细" },
      { field: "L3", reason: "国产化率口径与台账不一致" },
    ],
  });
}

export async function finalise(life: Life): Promise<void> {
  await life.step("manager", "evaluation.finalise-grade", { opinion: "同意评价结果。" });
}

export async function archive(life: Life): Promise<void> {
  await life.step(life.officer, "evaluation.archive-after-evaluation", {
    opinion: "评价完成，归档。",
  });
}

function tracking(life: Life, period: number) {
  return life.demo
    .read((tx) =>
      tx.periodicReport.findFirstOrThrow({
        where: { projectId: life.projectId, kind: "tracking", period },
        select: { id: true, version: true },
      }),
    )
    .then(({ id, version }) => ({ reportId: id, reportVersion: version }));
}

export const track = (period: number) => async (life: Life) => {
  const sales = (life.spec.grant + life.spec.own) * 7 * period;
  await life.run(life.admin, "evaluation.submit-tracking-report", {
    ...(await tracking(life, period)),
    content: {
      summary: "产品稳定供货，自主改型产品占比提高，与外方续签联合研发协议。",
      sales: String(sales * 10_000),
      exports: String(sales * 1500),
      profitAndTax: String(sales * 800),
      jobs: 6 + period * 3,
      patentsFiled: 2,
      patentsGranted: 1,
      standards: period - 1,
      followUpContracts: 1,
      followUpInvestment: "3000000",
    },
  });
};

export const confirmTracking = (period: number) => async (life: Life) => {
  await life.run(life.district, "evaluation.confirm-tracking-report", {
    ...(await tracking(life, period)),
    opinion: "情况属实。",
  });
};

export const closeTracking = (period: number) => async (life: Life) => {
  await life.run(life.officer, "evaluation.close-tracking-report", {
    ...(await tracking(life, period)),
    opinion: "同意。",
  });
};

export async function endTracking(life: Life): Promise<void> {
  await life.step(life.officer, "evaluation.end-tracking", { opinion: "跟踪期满，归档。" });
}

export async function correct(life: Life): Promise<void> {
  await life.step("manager", "evaluation.correct-archived", {
    note: "新增就业人数录入时多写一位，属文字差错，予以更正。",
  });
}

export const acknowledge = (life: Life) =>
  life.run("auditor", "evaluation.acknowledge-correction").then(() => {});

/** The corrected figure with the reason for it. */
export async function auditCorrection(life: Life): Promise<void> {
  await life.run(life.officer, "evaluation.audit-evaluation", {
    ...(await round(life)),
    lines: [{ indicatorCode: "S3", value: "9", reason: "原录入有误，按社保记录更正" }],
    opinion: "按更正后数据复核。",
  });
}
