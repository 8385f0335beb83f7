import {
  closedPanels,
  contract,
  notice,
  objection,
  proxyDecision,
  reminders,
} from "./approval-rows";
import { linkedFile } from "./linked-file";
import { child, daysAgo, type Scene, seatOf, seatPanel, step, type Way } from "./scene";

const minutesNumber = "局办〔2026〕5号";
const scores = ["innovation", "necessity", "feasibility"].map((code) => ({ code, score: 80 }));
const parties = (scene: Scene) =>
  scene.guard.districtId === "CZ-DIR" ? ["unit", "bureau"] : ["unit", "district", "bureau"];

const onSeat =
  (rest: object): Way =>
  async (scene) => {
    const seat = await seatOf(scene, "review");
    return {
      projectId: scene.id,
      assignmentId: seat.id,
      assignmentVersion: seat.version,
      ...rest,
    };
  };

/** A seat that its expert has accepted. */
const acceptedSeat =
  (rest: object): Way =>
  async (scene) => {
    const seat = await seatOf(scene, "review");
    await scene.world.owner.assignment.update({
      where: { id: seat.id },
      data: { status: "accepted" },
      select: { id: true },
    });
    return { projectId: scene.id, assignmentId: seat.id, assignmentVersion: seat.version, ...rest };
  };

const seatsIn = (scene: Scene) =>
  scene.world.owner.assignment.updateMany({
    where: { projectId: scene.id, panel: { purpose: "review", closedAt: null } },
    data: { status: "submitted", submittedAt: scene.world.now(), total: "85" },
  });

/** What each command of the approval stage needs, and what is sent. */
export const approvalWays: Readonly<Record<string, Way>> = {
  "approval.conclude-review": step({ verdict: "recommend", summary: "建议立项" }, seatsIn),
  "approval.propose-approval": step({
    minutesNumber,
    amount: "500000",
    noticeNumber: "公示〔2026〕8号",
  }),
  "approval.decline-approval": step({ minutesNumber, reason: "不予立项" }),
  "approval.order-second-review": step({ minutesNumber, reason: "意见分歧" }, async (scene) => {
    await closedPanels(scene);
    await seatPanel(scene, { purpose: "review" });
  }),
  "approval.issue-approval": step({ documentNumber: "常科发〔2026〕3号" }, (scene) =>
    notice(scene, true),
  ),
  "approval.uphold-objection": step({ minutesNumber, note: "异议成立" }, async (scene) => {
    await notice(scene, false);
    await objection(scene, "upheld");
  }),
  "approval.bring-contract-into-force": step({}, async (scene) => {
    await contract(scene, { signed: parties(scene) });
  }),
  "approval.close-unsigned": step({ reason: "逾期未签" }, async (scene) => {
    await scene.set({ dueAt: daysAgo(scene, 2) });
    await reminders(scene, 2);
  }),
  "approval.consent-to-giving-up": step({ minutesNumber }, (scene) =>
    scene.set({ consentPending: "giving_up" }),
  ),

  "approval.form-panel": async (scene) => {
    if (scene.here) await closedPanels(scene);
    const expertIds = ["expert1", "expert2", "expert3"] as const;
    return {
      projectId: scene.id,
      route: "online",
      expertIds: expertIds.map((one) => scene.world.id(one)),
    };
  },
  "approval.replace-expert": async (scene) => {
    const purpose = scene.state === "acceptance_review" ? "acceptance" : "review";
    const seat = await seatOf(scene, purpose, "expert2");
    await scene.world.owner.assignment.update({
      where: { id: seat.id },
      data: { status: "recused" },
      select: { id: true },
    });
    return {
      projectId: scene.id,
      assignmentId: seat.id,
      assignmentVersion: seat.version,
      expertId: scene.world.id("expert4"),
      reason: "专家回避",
    };
  },
  "approval.declare-interest": onSeat({ conflicts: [], answer: "accept", checked: true }),
  "approval.save-review": acceptedSeat({ scores, comment: "合作基础扎实" }),
  "approval.submit-review": acceptedSeat({
    scores,
    comment: "合作基础扎实",
    verdict: "recommend",
  }),
  "approval.record-duplicate-check": child({ verdict: "cleared", note: "不重复" }),
  "approval.handle-objection": async (scene) => ({
    projectId: scene.id,
    objectionId: await objection(scene, "filed"),
    objectionVersion: 1,
    step: "accept",
  }),
  "approval.draft-contract": step({ terms: "按季报告" }, (scene) =>
    scene.set({ subStatus: "with_unit" }),
  ),
  "approval.sign-contract": async (scene) => {
    if (scene.here) await scene.set({ subStatus: "with_unit" });
    const papers = await contract(scene);
    return { projectId: scene.id, version: await scene.version(), ...papers };
  },
  "approval.return-contract": step({ reason: "经费表有误" }, async (scene) => {
    await contract(scene, { signed: ["unit"] });
    await scene.set({ subStatus: "with_district" });
  }),
  "approval.remind-signing": child({}, async (scene) => {
    await scene.set({ subStatus: "with_unit" });
    await reminders(scene, 0);
  }),
  "approval.request-giving-up": step({ reason: "合作方退出" }, (scene) =>
    scene.set({ consentPending: null }),
  ),
  "approval.record-proxy-decision": async (scene) => ({
    projectId: scene.id,
    command: "approval.decline-approval",
    minutesNumber,
    scanFileId: (await linkedFile(scene)).fileId,
    input: {
      projectId: scene.id,
      version: await scene.version(),
      minutesNumber,
      reason: "不予立项",
    },
  }),
  "approval.confirm-proxy-decision": async (scene) => ({
    projectId: scene.id,
    ...(await proxyDecision(scene)),
  }),
  "approval.reject-proxy-decision": async (scene) => ({
    projectId: scene.id,
    ...(await proxyDecision(scene)),
    reason: "与纪要不符",
  }),
};
