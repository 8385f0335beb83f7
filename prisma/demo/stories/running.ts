import type { Life } from "../life";

/** The first tranche leaves for the district's finance. */
export async function issuePayment(life: Life): Promise<void> {
  const tranche = await life.demo.read((tx) =>
    tx.tranche.findFirstOrThrow({
      where: { projectId: life.projectId, status: "planned" },
      orderBy: { seq: "asc" },
      select: { id: true, version: true },
    }),
  );
  await life.run(life.officer, "absorption.issue-payment", {
    trancheId: tranche.id,
    version: tranche.version,
    documentNumber: `常财教〔${life.demo.clock.day.slice(0, 4)}〕${life.index + 1}号`,
  });
}

async function payment(life: Life) {
  const { id, version } = await life.demo.read((tx) =>
    tx.payment.findFirstOrThrow({
      where: { projectId: life.projectId },
      orderBy: { issuedAt: "desc" },
      select: { id: true, version: true },
    }),
  );
  return { paymentId: id, version };
}

export async function passOn(life: Life): Promise<void> {
  if (!life.direct) {
    await life.run(life.district, "absorption.pass-on-payment", await payment(life));
  }
}

export async function receive(life: Life): Promise<void> {
  await life.run(life.admin, "absorption.confirm-receipt", {
    ...(await payment(life)),
    receivedOn: life.demo.clock.day,
  });
}

/** Spent so far, as a share of the whole budget. */
export const spend = (share: number) => async (life: Life) => {
  const total = (life.spec.grant + life.spec.own) * 10_000;
  await life.run(life.filler, "absorption.report-spending", {
    spentAmount: (total * share).toFixed(0),
    asOf: life.demo.clock.day,
  });
};

export async function reachMilestone(life: Life): Promise<void> {
  const next = await life.demo.read((tx) =>
    tx.milestone.findFirst({
      where: { projectId: life.projectId, doneOn: null },
      orderBy: { plannedOn: "asc" },
      select: { id: true, version: true },
    }),
  );
  if (next === null) return;
  await life.run(life.filler, "absorption.complete-milestone", {
    milestoneId: next.id,
    version: next.version,
    doneOn: life.demo.clock.day,
    note: "已完成，详见测试记录。",
  });
}

/** The annual report of the clock's year, where the project owes one; null once it has moved on. */
function report(life: Life, status: string) {
  return life.demo.read((tx) =>
    tx.periodicReport.findFirst({
      where: {
        projectId: life.projectId,
        kind: "annual",
        period: Number(life.demo.clock.day.slice(0, 4)),
        status,
      },
      select: { id: true, version: true },
    }),
  );
}

const answers = {
  progress: "按合同计划推进，关键工艺已完成复现，样机测试数据达到阶段目标。",
  problems: "进口部件交货周期延长，已启动国产替代。",
  nextSteps: "完成小批量试制，组织用户验证。",
};

const reportStep = (status: string, who: (life: Life) => string, command: string, body: object) => {
  return async (life: Life): Promise<void> => {
    const row = await report(life, status);
    if (row === null) return;
    await life.run(who(life), command, { reportId: row.id, version: row.version, ...body });
  };
};

export const submitReport = reportStep(
  "open",
  (life) => life.admin,
  "absorption.submit-report",
  answers,
);
export const confirmReport = reportStep(
  "submitted",
  (life) => life.district,
  "absorption.confirm-report",
  { opinion: "情况属实。" },
);
export const closeReport = reportStep(
  "district_confirmed",
  (life) => (life.index % 4 === 0 ? "head" : life.officer),
  "absorption.close-report",
  {},
);
export const returnReport = reportStep(
  "submitted",
  (life) => life.district,
  "absorption.return-report",
  { reason: "经费使用情况与台账不一致，请核对后重报。" },
);

async function midTerm(life: Life) {
  const row = await life.demo.read((tx) =>
    tx.midTermCheck.findFirst({
      where: { projectId: life.projectId, status: { in: ["planned", "self_report"] } },
      select: { id: true, version: true },
    }),
  );
  return row && { checkId: row.id, version: row.version };
}

export async function reportMidTerm(life: Life): Promise<void> {
  const target = await midTerm(life);
  if (target === null) return;
  await life.run(life.admin, "absorption.submit-mid-term", {
    ...target,
    progress: "引进、消化环节按期完成，国产化替代按计划推进。",
    problems: "个别进口件交货延期。",
  });
}

export const checkMidTerm = (result: "ok" | "warn") => async (life: Life) => {
  const target = await midTerm(life);
  if (target === null) return;
  await life.run(life.officer, "absorption.check-mid-term", {
    ...target,
    scope: 4,
    time: result === "ok" ? 4 : 2,
    cost: 4,
    absorption: result === "ok" ? 4 : 3,
    risk: 3,
    planning: 4,
    result,
    opinion: result === "ok" ? "进展正常，同意继续实施。" : "进度滞后，请加快国产化替代。",
  });
};

/** The unit asks for a change; what it says depends on its kind. */
export const requestChange =
  (kind: string, reason: string, body: (life: Life) => object | Promise<object>) =>
  async (life: Life) => {
    const payload = await body(life);
    await life.run(life.admin, "absorption.request-change", { kind, reason, ...payload });
  };

async function change(life: Life) {
  const row = await life.demo.read((tx) =>
    tx.changeRequest.findFirstOrThrow({
      where: { projectId: life.projectId },
      orderBy: { requestedAt: "desc" },
      select: { id: true, version: true },
    }),
  );
  return { changeId: row.id, version: row.version };
}

export async function agreeToChange(life: Life): Promise<void> {
  await life.run(life.district, "absorption.give-change-opinion", {
    ...(await change(life)),
    verdict: "agree",
    opinion: "情况属实，同意变更。",
  });
}

export async function approveChange(life: Life): Promise<void> {
  await life.run(life.officer, "absorption.approve-change", {
    ...(await change(life)),
    reason: "理由充分，同意。",
  });
}

/** The unit is the first to sign the supplementary agreement. */
export async function signSupplement(life: Life): Promise<void> {
  const { changeId, version } = await change(life);
  const { contentHash } = await life.demo.read((tx) =>
    tx.contract.findFirstOrThrow({
      where: { projectId: life.projectId, changeRequestId: changeId, status: "signing" },
      select: { contentHash: true },
    }),
  );
  await life.run(life.admin, "absorption.sign-supplement", { changeId, version, contentHash });
}

export async function rejectChange(life: Life): Promise<void> {
  await life.run(life.officer, "absorption.reject-change", {
    ...(await change(life)),
    reason: "目标调减理由不充分，请按原合同执行。",
  });
}
