import type { Life } from "../life";
import { yuan } from "../spec";

export async function proposeSuspension(life: Life): Promise<void> {
  await life.run(life.officer, "absorption.propose-suspension", {
    cause: "no_report",
    text: "连续两次催报未交年度执行情况，现场核查设备停用，建议暂停。",
  });
}

export async function suspend(life: Life): Promise<void> {
  await life.step("manager", "absorption.suspend", {
    reason: "未按规定报告执行情况，暂停拨款和实施，限期说明。",
  });
}

export async function resume(life: Life): Promise<void> {
  await life.step("manager", "absorption.resume", { reason: "单位已补报并恢复实施条件。" });
}

/** Ended for an objective reason: what was not spent of the received tranche comes back. */
export async function terminate(life: Life): Promise<void> {
  const received = Math.round(life.spec.grant * 0.6);
  await life.step("manager", "absorption.terminate", {
    initiative: "applied",
    basis: "objective",
    grantSpent: yuan(Math.round(received * 0.5)),
    irregularSpending: "0",
    reason: "外方停产，合作目标客观上无法实现。",
  });
}

export async function revoke(life: Life): Promise<void> {
  await life.step("manager", "absorption.revoke", {
    finding: "经查验收佐证材料存在伪造检测报告，情节严重。",
    unitHeardOn: life.demo.clock.day,
    unitStatement: "承担单位对认定事实无异议。",
  });
}

async function refund(life: Life) {
  const row = await life.demo.read((tx) =>
    tx.refund.findFirst({
      where: { projectId: life.projectId },
      orderBy: { id: "desc" },
      select: { id: true, version: true, amount: true, paidAmount: true },
    }),
  );
  return row;
}

export async function notifyRefund(life: Life): Promise<void> {
  const row = await refund(life);
  if (row === null) return;
  await life.run(life.officer, "absorption.notify-refund", {
    refundId: row.id,
    version: row.version,
    documentNumber: `常科退〔${life.demo.clock.day.slice(0, 4)}〕${life.index + 1}号`,
  });
}

/** A share of what is owed is paid back. */
export const payBack = (share: number) => async (life: Life) => {
  const row = await refund(life);
  if (row === null) return;
  const amount = row.amount.minus(row.paidAmount).times(share);
  await life.run(life.officer, "absorption.record-refund-payment", {
    refundId: row.id,
    version: row.version,
    amount: amount.toFixed(2),
    paidOn: life.demo.clock.day,
  });
};

/** The bureau computes what a failed project owes. */
export async function computeRefund(life: Life): Promise<void> {
  await life.run(life.officer, "absorption.compute-refund", {
    basis: "fault",
    grantSpent: yuan(Math.round(life.spec.grant * 0.5)),
    irregularSpending: "20000",
  });
}

/** A concluded project spent all that it received as it should: nothing comes back. */
export async function computeNothingOwed(life: Life): Promise<void> {
  const received = await life.demo.read((tx) =>
    tx.payment.aggregate({
      where: { projectId: life.projectId, purpose: "grant", status: "received" },
      _sum: { amount: true },
    }),
  );
  await life.run(life.officer, "absorption.compute-refund", {
    basis: "objective",
    grantSpent: received._sum.amount?.toFixed(2) ?? "0",
    irregularSpending: "0",
  });
}

export async function archiveClosed(life: Life): Promise<void> {
  await life.step(life.officer, "evaluation.archive-closed", { note: "退款已结清，归档。" });
}

export async function serveNotice(life: Life): Promise<void> {
  await life.run(life.officer, "evaluation.serve-overdue-notice", {
    text: "项目到期后未提交验收材料，请于十五日内提交或说明原因，逾期将按规定清理。",
  });
}

export async function closeOverdue(life: Life): Promise<void> {
  await life.step("manager", "evaluation.close-overdue", {
    reason: "到期超过六个月仍未提交验收材料，经催告无效，按逾期清理。",
  });
}
