import { newId } from "@/lib/kernel/ids";
import {
  change,
  link,
  midTerm,
  milestone,
  payment,
  type Row,
  refund,
  report,
  supplement,
  tranche,
} from "./absorption-rows";
import { closedWithRule, incentiveClaim } from "./incentive-rows";
import { meritOpinion, person, right } from "./record-rows";
import { child, opinion, type Scene, step, type Way } from "./scene";

const reason = { reason: "见说明" };
const today = "2026-03-01";
const answers = { progress: "按计划", problems: "无", nextSteps: "继续" };
const accounts = { grantSpent: "0", irregularSpending: "0" };
const plan = {
  name: "相控换能器",
  weight: 1,
  main: true,
  trlScaleId: "qd13",
  trlStart: 5,
  pointsTotal: 10,
  importBy: "2026-06-30",
  digestBy: "2026-12-31",
  absorbBy: "2027-06-30",
  reinnovateBy: "2027-11-30",
};

const onLink =
  (status: string, rest: object = {}, proven = false): Way =>
  async (scene) => {
    const { linkId } = await link(scene, status, proven);
    return { projectId: scene.id, linkId, version: 1, ...rest };
  };

/** A body on a child that was just made, which its id names by this key. */
const on =
  (key: string, make: (scene: Scene) => Promise<Row>, rest: object = {}): Way =>
  async (scene) => {
    const { id, version } = await make(scene);
    return { projectId: scene.id, [key]: id, version, ...rest };
  };

const onReport = (status: string, rest: object = {}): Way =>
  on("reportId", (scene) => report(scene, "annual", status), rest);
const onChange = (status: string, rest: object = {}): Way =>
  on("changeId", (scene) => change(scene, status), rest);
const onPayment = (status: string, rest: object = {}): Way =>
  on("paymentId", (scene) => payment(scene, status), rest);
const onRefund = (status: string, rest: object = {}): Way =>
  on("refundId", (scene) => refund(scene, status), rest);
const onRight = (rest: object = {}): Way =>
  on("recordId", (scene) => right(scene), { recordType: "right", ...rest });
const onClaim = (status: string, rest: object = {}): Way =>
  on("claimId", (scene) => incentiveClaim(scene, status), rest);
const onMidTerm = (status: string, rest: object = {}): Way =>
  on("checkId", (scene) => midTerm(scene, status), rest);

/** What each command of the absorption stage needs, and what is sent. */
export const absorptionWays: Readonly<Record<string, Way>> = {
  "absorption.suspend": step(reason, (scene) => opinion(scene, "suspension_proposal", "no_report")),
  "absorption.resume": step(reason),
  "absorption.terminate": step({
    ...reason,
    ...accounts,
    initiative: "ex_officio",
    unitHeardOn: today,
    unitStatement: "无异议",
    basis: "objective",
  }),
  "absorption.revoke": step(
    { finding: "材料造假", unitHeardOn: today, unitStatement: "无异议" },
    (scene) => (scene.state === "archived" ? scene.set({ archivedBy: "T33" }) : Promise.resolve()),
  ),

  "absorption.plan-technology": child({ technologies: [plan] }, (scene) =>
    scene.set({ callId: null }),
  ),
  "absorption.set-mastery": async (scene) => {
    const { technologyId } = await link(scene, "open");
    const fileId = await scene.world.file("filler");
    return { projectId: scene.id, technologyId, version: 1, mastery: 2, note: "可复现", fileId };
  },
  "absorption.record-link-figures": onLink("open", { cost: "1000", figures: [] }),
  "absorption.add-evidence": async (scene) => ({
    projectId: scene.id,
    linkId: (await link(scene, "open")).linkId,
    version: 1,
    criterionCode: "data_checked",
    description: "资料清单",
    datedOn: today,
    fileId: await scene.world.file("filler"),
  }),
  "absorption.submit-link": onLink("open", {}, true),
  "absorption.confirm-link": onLink("submitted", { closedOn: today }, true),
  "absorption.return-link": onLink("submitted", reason, true),
  "absorption.reopen-link": onLink("closed", reason, true),
  "absorption.complete-milestone": on("milestoneId", milestone, { doneOn: today }),
  "absorption.save-report": onReport("open", answers),
  "absorption.submit-report": onReport("open", answers),
  "absorption.confirm-report": onReport("submitted"),
  "absorption.return-report": onReport("submitted", reason),
  "absorption.close-report": onReport("district_confirmed"),
  "absorption.request-change": child({
    kind: "investigator",
    investigatorName: "李清",
    ...reason,
  }),
  "absorption.give-change-opinion": onChange("district_opinion", {
    verdict: "agree",
    opinion: "同意",
  }),
  "absorption.approve-change": onChange("bureau_review"),
  "absorption.reject-change": onChange("bureau_review", reason),
  "absorption.withdraw-change": onChange("district_opinion"),
  "absorption.sign-supplement": async (scene) => {
    const { id, version, contentHash } = await supplement(scene);
    return { projectId: scene.id, changeId: id, version, contentHash };
  },
  "absorption.issue-payment": on("trancheId", (scene) => tranche(scene), {
    documentNumber: "常财教〔2026〕8号",
  }),
  "absorption.pass-on-payment": onPayment("issued"),
  "absorption.confirm-receipt": onPayment("at_district_finance", { receivedOn: today }),
  "absorption.hold-payment": onPayment("issued", reason),
  "absorption.release-payment": onPayment("held", reason),
  "absorption.request-merit-opinion": async (scene) => ({
    projectId: scene.id,
    linkId: (await link(scene, "submitted")).linkId,
    version: 1,
    expertId: scene.world.id("expert5"),
    question: "掌握程度是否达到可复现？",
    dueOn: "2027-03-31",
  }),
  "absorption.give-merit-opinion": on("opinionId", (scene) => meritOpinion(scene), {
    verdict: "sound",
    text: "数据完整，可以复现。",
  }),
  "absorption.record-right": child({
    type: "invention",
    status: "filed",
    title: "一种相控换能器",
    datedOn: today,
  }),
  "absorption.record-training": child({
    name: "王工",
    place: "abroad",
    topic: "装配工艺",
    endedOn: today,
    certified: true,
  }),
  "absorption.record-registration": async (scene) => ({
    projectId: scene.id,
    kind: "technology_import",
    number: `JS-${newId()}`,
    title: "技术许可合同",
    amount: "1200000",
    registeredOn: today,
  }),
  "absorption.confirm-record": onRight(),
  "absorption.return-record": onRight(reason),
  "absorption.state-retention": async (scene) => ({
    projectId: scene.id,
    personId: (await person(scene)).id,
    version: 1,
    stayed: true,
    asOf: today,
  }),
  "absorption.claim-incentive": async (scene) => {
    const { linkId, ruleId } = await closedWithRule(scene);
    return { projectId: scene.id, linkId, ruleId, version: 1 };
  },
  "absorption.withdraw-incentive": onClaim("claimed"),
  "absorption.confirm-incentive": onClaim("claimed"),
  "absorption.refuse-incentive": onClaim("claimed", reason),
  "absorption.issue-incentive": onClaim("confirmed", { documentNumber: "常财教〔2026〕18号" }),
  "absorption.report-spending": child({ spentAmount: "2800000", asOf: today }),
  "absorption.propose-suspension": child({ cause: "no_report", text: "建议暂停" }),
  "absorption.decline-suspension": child(reason, (scene) =>
    opinion(scene, "suspension_proposal", "no_report"),
  ),
  "absorption.compute-refund": child({ ...accounts, basis: "objective" }, (scene) =>
    scene.set({ acceptanceResult: "failed" }),
  ),
  "absorption.notify-refund": onRefund("computed", { documentNumber: "常科〔2026〕7号" }),
  "absorption.record-refund-payment": onRefund("notified", { amount: "100000", paidOn: today }),
  "absorption.hand-refund-to-enforcement": onRefund("notified", { note: "移交" }),
  "absorption.plan-mid-term": child({ dueOn: "2026-12-31" }),
  "absorption.submit-mid-term": onMidTerm("planned", { progress: "按计划" }),
  "absorption.check-mid-term": onMidTerm("self_report", {
    scope: 4,
    time: 4,
    cost: 4,
    absorption: 4,
    risk: 4,
    planning: 4,
    result: "ok",
    opinion: "符合",
  }),
};
