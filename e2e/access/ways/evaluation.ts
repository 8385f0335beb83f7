import { systemActor } from "@/lib/access/actor";
import { database } from "@/lib/db/client";
import { audit, exampleSelfLines, lifeOf, submitSelf } from "@/lib/evaluation/life.fixture";
import { openEvaluation } from "@/lib/evaluation/start";
import { newId } from "@/lib/kernel/ids";
import { lockProject } from "@/lib/project/load";
import { refund, report } from "./absorption-rows";
import { votesOf } from "./acceptance-panel";
import { child, daysAgo, opinion, type Scene, step, type Way } from "./scene";

const opinionText = { opinion: "同意" };
const reasons = [{ field: "summary", reason: "请补充" }];
const file = {
  summary: "完成了约定的工作。",
  lines: exampleSelfLines,
  finalAccount: {
    grantSpent: "600000",
    ownSpent: "2160000",
    otherSpent: "0",
    irregularPayments: 0,
    auditReport: "常州中正会计师事务所 常中审〔2026〕12号",
  },
};
const follow = {
  summary: "已产业化",
  sales: "1000000",
  exports: "0",
  profitAndTax: "100000",
  jobs: 10,
  patentsFiled: 1,
  patentsGranted: 0,
  standards: 0,
  followUpContracts: 0,
  followUpInvestment: "0",
  difficulties: "",
};

type Change = Parameters<Scene["world"]["owner"]["acceptance"]["update"]>[0]["data"];

/** Changes the acceptance, which a state of the stage has. */
async function acceptance({ world, id }: Scene, data: Change): Promise<void> {
  await world.owner.acceptance.update({ where: { projectId: id }, data, select: { id: true } });
}

const versionIn = async ({ world, id }: Scene): Promise<number> => {
  const row = await world.owner.acceptance.findUnique({
    where: { projectId: id },
    select: { version: true },
  });
  return row?.version ?? 1;
};

/** What had to come back was computed and is settled. */
async function settledRefund(scene: Scene): Promise<void> {
  const { owner } = scene.world;
  const settled = { where: { projectId: scene.id }, data: { status: "paid" } };
  const { count } = await owner.refund.updateMany(settled);
  if (count > 0) return;
  await refund(scene, "notified");
  await owner.refund.updateMany(settled);
}

const papersWith = (place: string) => (scene: Scene) => scene.set({ subStatus: place });

/** A body on the acceptance in the version that it has by then. */
const onAcceptance =
  (rest: object, arrange: (scene: Scene) => Promise<unknown> = async () => null): Way =>
  async (scene) => {
    if (scene.here) await arrange(scene);
    return { projectId: scene.id, acceptanceVersion: await versionIn(scene), ...rest };
  };

/** A fresh evaluation with the lines of the baseline, lying with the unit. */
async function openedEvaluation(scene: Scene): Promise<void> {
  const { world, id } = scene;
  await world.owner.evaluationProof.deleteMany({ where: { projectId: id } });
  await world.owner.evaluationLine.deleteMany({ where: { projectId: id } });
  await world.owner.evaluation.deleteMany({ where: { projectId: id } });
  await scene.set({ subStatus: "with_unit", dueAt: daysAgo(scene, -30) });
  await database().$transaction(async (tx) => {
    const record = await lockProject(tx, systemActor, id);
    if (record === null) throw new Error("the project is not there");
    await openEvaluation({ tx, now: world.now() }, record);
    if (record.state !== "rectification") return;
    await tx.evaluation.updateMany({ where: { projectId: id }, data: { status: "submitted" } });
  });
}

/** A file that stands as proof of Q1. */
async function proof(scene: Scene): Promise<string> {
  const { owner } = scene.world;
  const line = await owner.evaluationLine.findFirstOrThrow({
    where: { projectId: scene.id, indicatorCode: "Q1" },
    select: { id: true, evaluationId: true },
  });
  const row = await owner.evaluationProof.create({
    data: {
      id: newId(),
      ...scene.guard,
      evaluationId: line.evaluationId,
      lineId: line.id,
      source: "file",
      fileId: await scene.world.file("enterprise"),
      addedById: scene.by,
      addedAt: scene.world.now(),
    },
    select: { id: true },
  });
  return row.id;
}

/** An evaluation that the unit has submitted, and perhaps the bureau audited. */
async function evaluated(scene: Scene, audited: boolean): Promise<void> {
  await openedEvaluation(scene);
  const life = lifeOf(scene.world, scene.id);
  await submitSelf(life);
  if (audited) await audit(life);
}

const evaluationVersion = async ({ world, id }: Scene): Promise<number> => {
  const row = await world.owner.evaluation.findFirst({
    where: { projectId: id },
    orderBy: { round: "desc" },
    select: { version: true },
  });
  return row?.version ?? 1;
};

const onEvaluation =
  (rest: object, arrange: (scene: Scene) => Promise<unknown>): Way =>
  async (scene) => {
    if (scene.here) await arrange(scene);
    return { projectId: scene.id, evaluationVersion: await evaluationVersion(scene), ...rest };
  };

const onTracking =
  (status: string, rest: object = {}): Way =>
  async (scene) => {
    const { id } = await report(scene, "tracking", status);
    return { projectId: scene.id, reportId: id, reportVersion: 1, ...rest };
  };

const filed = async (scene: Scene, place: string) => {
  await scene.set({ subStatus: place });
  await acceptance(scene, {
    content: file,
    contentHash: "0".repeat(64),
    status: "submitted",
    districtConfirmedAt: place === "with_bureau" ? scene.world.now() : null,
  });
};

const acceptanceDocuments = async ({ world }: Scene) =>
  Promise.all(
    ["D20", "D21", "D22", "D24"].map(async (documentKind) => ({
      fileId: await world.file("enterprise"),
      documentKind,
    })),
  );

/** What each command of the evaluation stage needs, and what is sent. */
export const evaluationWays: Readonly<Record<string, Way>> = {
  "evaluation.apply-for-acceptance": step({}, (scene) => scene.set({ endsOn: daysAgo(scene, 3) })),
  "evaluation.admit-acceptance": step({}, (scene) => filed(scene, "with_bureau")),
  "evaluation.close-overdue": step({ reason: "逾期" }, async (scene) => {
    await scene.set({ endsOn: daysAgo(scene, 300) });
    await opinion(scene, "overdue_notice", "served");
  }),
  "evaluation.order-rectification": step({ order: "补充测试" }, async (scene) => {
    await scene.set({ rectificationUsed: false });
    await votesOf(scene, "rectify");
  }),
  "evaluation.reapply-for-acceptance": step({}, async (scene) => {
    await scene.set({ dueAt: daysAgo(scene, -30), subStatus: "with_unit" });
    await acceptance(scene, { rectificationReport: "已整改" });
    await opinion(scene, "rectification_confirmation", "confirmed");
  }),
  "evaluation.issue-acceptance-result": step({}, async (scene) => {
    await votesOf(scene, "passed");
    await acceptance(scene, { proposedResult: "passed" });
  }),
  "evaluation.fail-overdue-rectification": step({ reason: "整改逾期" }, (scene) =>
    scene.set({ dueAt: daysAgo(scene, 2) }),
  ),
  "evaluation.finalise-grade": step({}, async (scene) => {
    await scene.set({ acceptanceResult: "passed", trackingNeeded: true });
    await evaluated(scene, true);
  }),
  "evaluation.archive-after-evaluation": step({}, async (scene) => {
    await scene.set({ acceptanceResult: "concluded" });
    await evaluated(scene, true);
    await settledRefund(scene);
  }),
  "evaluation.end-tracking": step({ rating: "kept", ratingReason: "销售平稳" }, (scene) =>
    scene.world.owner.periodicReport.updateMany({
      where: { projectId: scene.id, kind: "tracking" },
      data: { status: "closed" },
    }),
  ),
  "evaluation.archive-closed": step({}, settledRefund),
  "evaluation.correct-archived": step({ note: "笔误" }, (scene) =>
    scene.set({ archivedBy: "T33" }),
  ),

  "evaluation.save-acceptance-file": onAcceptance({ summary: "草稿" }, papersWith("with_unit")),
  "evaluation.submit-acceptance-file": async (scene) => {
    if (scene.here) await scene.set({ subStatus: "with_unit" });
    return {
      projectId: scene.id,
      acceptanceVersion: await versionIn(scene),
      ...file,
      documents: await acceptanceDocuments(scene),
    };
  },
  "evaluation.confirm-acceptance-file": onAcceptance(opinionText, (scene) =>
    filed(scene, "with_district"),
  ),
  "evaluation.return-acceptance-file": onAcceptance({ reasons }, (scene) =>
    filed(scene, "with_district"),
  ),
  "evaluation.serve-overdue-notice": child({ text: "请尽快提交" }, (scene) =>
    scene.set({ dueAt: daysAgo(scene, 5) }),
  ),
  "evaluation.record-upper-acceptance": onAcceptance(
    { result: "passed", documentNumber: "苏科资发〔2026〕1号", decidedOn: "2026-03-01" },
    (scene) => scene.set({ programmeLevel: "provincial" }),
  ),
  "evaluation.propose-result": onAcceptance(
    { result: "passed", opinion: "建议通过", reason: "专家一致意见" },
    (scene) => votesOf(scene, "passed"),
  ),
  "evaluation.submit-rectification": onAcceptance({ report: "已整改" }, papersWith("with_unit")),
  "evaluation.confirm-rectification": onAcceptance(opinionText, papersWith("with_district")),
  "evaluation.return-rectification": onAcceptance({ reasons }, papersWith("with_district")),
  "evaluation.save-self-evaluation": onEvaluation({ lines: exampleSelfLines }, openedEvaluation),
  "evaluation.add-proof": async (scene) => {
    if (scene.here) await openedEvaluation(scene);
    const fileId = await scene.world.file("enterprise");
    return { projectId: scene.id, indicatorCode: "Q1", description: "测试报告", fileId };
  },
  "evaluation.remove-proof": async (scene) => {
    if (scene.here) await openedEvaluation(scene);
    return { projectId: scene.id, proofId: scene.here ? await proof(scene) : scene.id };
  },
  "evaluation.submit-self-evaluation": onEvaluation({ lines: exampleSelfLines }, openedEvaluation),
  "evaluation.audit-evaluation": onEvaluation({ lines: [], opinion: "数据属实" }, (scene) =>
    evaluated(scene, false),
  ),
  "evaluation.return-self-evaluation": onEvaluation({ reasons }, (scene) =>
    evaluated(scene, false),
  ),
  "evaluation.save-tracking-report": onTracking("open", { content: { summary: "草稿" } }),
  "evaluation.submit-tracking-report": onTracking("open", { content: follow }),
  "evaluation.confirm-tracking-report": onTracking("submitted"),
  "evaluation.return-tracking-report": onTracking("submitted", { reason: "请补充" }),
  "evaluation.close-tracking-report": onTracking("district_confirmed"),
  "evaluation.acknowledge-correction": child(),
};
