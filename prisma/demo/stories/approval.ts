import { publicActor } from "@/lib/access/actor";
import { defaultScoreSheet } from "@/lib/reference/score-sheet";
import { upload } from "../files";
import type { Life } from "../life";
import { yuan } from "../spec";
import { panelFrom } from "./panels";

const checklist = {
  unitEligible: "yes",
  insideCall: "yes",
  filesComplete: "yes",
  pledgeSigned: "yes",
  budgetRegular: "yes",
  agreementValid: "yes",
  targetsMeasurable: "yes",
};

const idOf = (life: Life, username: string): string => life.demo.actor(username).userId ?? "";

/** The review panel of a project: three experts, unless the story names them. */
export const reviewers = (life: Life): string[] => panelFrom(life.index, 3);

export async function formPanel(life: Life, people = reviewers(life)): Promise<void> {
  await life.run(life.officer, "approval.form-panel", {
    route: "online",
    expertIds: people.map((each) => idOf(life, each)),
  });
}

export async function passFormal(life: Life): Promise<void> {
  await life.step(life.officer, "application.pass-formal-review", { checklist, note: "" });
}

/** The latest seat of an expert in this project. */
export function seatOf(life: Life, username: string) {
  return life.demo.read((tx) =>
    tx.assignment.findFirstOrThrow({
      where: { projectId: life.projectId, expertId: idOf(life, username) },
      orderBy: { id: "desc" },
      select: { id: true, version: true },
    }),
  );
}

async function onSeat(life: Life, username: string) {
  const { id, version } = await seatOf(life, username);
  return { assignmentId: id, assignmentVersion: version };
}

export async function acceptSeat(life: Life, username: string): Promise<void> {
  await life.run(username, "approval.declare-interest", {
    ...(await onSeat(life, username)),
    conflicts: [],
    answer: "accept",
    checked: true,
  });
}

export async function recuse(life: Life, username: string): Promise<void> {
  await life.run(username, "approval.declare-interest", {
    ...(await onSeat(life, username)),
    conflicts: ["joint_work"],
    answer: "recuse",
    reason: "三年内与项目负责人合作发表论文。",
    checked: true,
  });
}

export async function replace(life: Life, former: string, next: string): Promise<void> {
  await life.run(life.officer, "approval.replace-expert", {
    ...(await onSeat(life, former)),
    expertId: idOf(life, next),
    reason: "原专家回避，另行遴选。",
  });
}

/** Scores by the sheet's own criteria; `share` is how much of the points is given. */
export async function score(life: Life, username: string, share: number): Promise<void> {
  await life.run(username, "approval.submit-review", {
    ...(await onSeat(life, username)),
    scores: defaultScoreSheet.criteria.map(({ code, max }, at) => ({
      code,
      score: Math.round(max * Math.min(1, share + (at % 3) * 0.02) * 2) / 2,
    })),
    verdict: share >= 0.7 ? "recommend" : "not_recommend",
    comment: "技术路线清楚，合作基础较好；建议细化国产化目标和人员培训计划。",
  });
}

export async function reviewAll(life: Life, share = 0.82): Promise<void> {
  for (const [at, username] of reviewers(life).entries()) {
    await acceptSeat(life, username);
    await score(life, username, share + (at - 1) * 0.03);
  }
}

export async function conclude(life: Life, verdict = "recommend"): Promise<void> {
  await life.step(life.officer, "approval.conclude-review", {
    verdict,
    summary: "三位专家意见一致，综合评分达到推荐线。",
  });
}

const numberIn = (life: Life): string =>
  `〔${life.demo.clock.day.slice(0, 4)}〕${life.index + 1}号`;

export async function propose(life: Life): Promise<void> {
  await life.step("manager", "approval.propose-approval", {
    minutesNumber: `常科党组${numberIn(life)}`,
    amount: yuan(life.spec.grant),
    noticeNumber: `常科公示${numberIn(life)}`,
  });
}

export async function decline(life: Life): Promise<void> {
  await life.step("manager", "approval.decline-approval", {
    minutesNumber: `常科党组${numberIn(life)}`,
    reason: "与在研项目方向重复，产业化基础不足。",
  });
}

export async function orderSecondReview(life: Life): Promise<void> {
  await formPanel(life, ["expert1", "expert3", "expert4"]);
  await life.step("manager", "approval.order-second-review", {
    minutesNumber: `常科党组${numberIn(life)}`,
    reason: "专家评分分歧较大，另组专家复评。",
  });
}

export async function issue(life: Life): Promise<void> {
  await life.step("manager", "approval.issue-approval", {
    documentNumber: `常科发${numberIn(life)}`,
  });
}

/** Somebody objects against the running notice. */
export async function objection(life: Life): Promise<void> {
  const notice = await life.demo.read((tx) =>
    tx.publicNotice.findFirstOrThrow({
      where: { projectId: life.projectId, closedAt: null },
      select: { id: true },
    }),
  );
  await life.demo.runAs(publicActor, "approval.file-objection", {
    noticeId: notice.id,
    name: "演示异议人",
    phone: "13900000000",
    unit: "演示单位",
    content: "该项目部分内容与本单位已公开成果相近，请核实知识产权归属。",
  });
}

export async function acceptObjection(life: Life): Promise<void> {
  const row = await life.demo.read((tx) =>
    tx.objection.findFirstOrThrow({
      where: { projectId: life.projectId },
      select: { id: true, version: true },
    }),
  );
  await life.run(life.officer, "approval.handle-objection", {
    objectionId: row.id,
    objectionVersion: row.version,
    step: "accept",
  });
}

export async function requestGivingUp(life: Life): Promise<void> {
  await life.step(life.admin, "approval.request-giving-up", {
    reason: "外方股权变更，合作条件不再具备。",
  });
}

export async function consentToGivingUp(life: Life): Promise<void> {
  await life.step("manager", "approval.consent-to-giving-up", {
    minutesNumber: `常科党组${numberIn(life)}`,
  });
}

/** An officer enters the collective decision; a second one has not confirmed it yet. */
export async function recordProxy(life: Life): Promise<void> {
  const { version } = await life.row();
  const minutesNumber = `常科党组${numberIn(life)}`;
  const scanFileId = await upload(life.demo, "officer2", "会议纪要", "minutes of the meeting");
  await life.run("officer2", "approval.record-proxy-decision", {
    scanFileId,
    command: "approval.propose-approval",
    input: {
      projectId: life.projectId,
      version,
      minutesNumber,
      amount: yuan(life.spec.grant),
      noticeNumber: `常科公示${numberIn(life)}`,
    },
    minutesNumber,
  });
}
