import * as application from "./application";
import * as approval from "./approval";
import * as contract from "./contract";
import {
  approved,
  inReview,
  type Plan,
  published,
  recommended,
  reviewed,
  submitted,
} from "./segments";

const panel = ["expert1", "expert2", "expert5"];

/** Where a project of the open call stands today, by its story. */
export const openStories: Readonly<Record<string, () => Plan>> = {
  draft_new: () => [[-3, application.begin]],
  draft_half: () => [
    [-6, application.begin],
    [-4, application.saveHalf],
  ],
  draft_handed: () => [
    [-6, application.begin],
    [-4, application.saveWhole],
    [-2, application.handOver],
  ],
  review_waiting: () => submitted(-7),
  review_opened: () => [...submitted(-8), [-3, application.openReview]],
  returned_district: () => [
    ...submitted(-9),
    [-4, application.openReview],
    [-2, application.returnByDistrict],
  ],
  returned_bureau: () => [...recommended(-14), [-2, application.returnByBureau]],
  formal_waiting: () => [
    ...submitted(-30),
    [-25, application.openReview],
    [-22, application.returnByDistrict],
    [-19, application.resubmit],
    [-15, application.recommend],
  ],
  formal_panel: () => [...recommended(-12), [-2, (life) => approval.formPanel(life)]],
  experts_invited: () => inReview(-20, panel),
  expert_replaced: () => [
    ...inReview(-24, ["expert2", "expert3", "expert5"]),
    [-9, (life) => approval.acceptSeat(life, "expert2")],
    [-9, (life) => approval.recuse(life, "expert3")],
    [-7, (life) => approval.replace(life, "expert3", "expert4")],
    [-5, (life) => approval.score(life, "expert2", 0.84)],
    [-3, (life) => approval.acceptSeat(life, "expert4")],
  ],
  experts_partly: () => [
    ...inReview(-38, ["expert3", "expert4", "expert1"]),
    [-20, (life) => approval.acceptSeat(life, "expert3")],
    [-18, (life) => approval.score(life, "expert3", 0.78)],
    [-16, (life) => approval.acceptSeat(life, "expert4")],
  ],
  second_review: () => [
    ...inReview(-40, ["bank06", "bank07", "bank10"]),
    [-24, (life) => scoreAs(life, "bank06", 0.9)],
    [-23, (life) => scoreAs(life, "bank07", 0.45)],
    [-22, (life) => scoreAs(life, "bank10", 0.75)],
    [-19, approval.conclude],
    [-6, approval.orderSecondReview],
  ],
  decision: () => reviewed(-30),
  giving_up_asked: () => [...reviewed(-35), [-5, approval.requestGivingUp]],
  proxy_recorded: () => [...reviewed(-36), [-4, approval.recordProxy]],
  publicity_running: () => published(-29),
  publicity_over: () => published(-50),
  publicity_objected: () => [
    ...published(-31),
    [-3, approval.objection],
    [-2, approval.acceptObjection],
  ],
  contract_unit: () => approved(-60),
  contract_district: () => [...approved(-62), [-12, contract.draft], [-6, contract.signUnit]],
  contract_bureau: () => [
    ...approved(-64),
    [-16, contract.draft],
    [-12, contract.signUnit],
    [-5, contract.signDistrict],
  ],
  contract_late: () => [...approved(-90), [-14, contract.remind], [-7, contract.remind]],
  contract_returned: () => [
    ...approved(-66),
    [-18, contract.draft],
    [-14, contract.signUnit],
    [-4, contract.returnContract],
  ],
  not_recommended: () => [
    ...submitted(-50),
    [-44, application.openReview],
    [-41, application.declineRecommendation],
  ],
  not_admitted: () => [...recommended(-55), [-42, application.rejectFormally]],
  declined: () => [...reviewed(-70), [-40, approval.decline]],
  withdrawn: () => [
    ...submitted(-45),
    [-40, application.openReview],
    [-38, application.returnByDistrict],
    [-36, application.withdrawOwn],
  ],
  withdrawal_consented: () => [
    ...recommended(-50),
    [-40, application.requestWithdrawal],
    [-37, application.consentToWithdrawal],
  ],
  given_up: () => [
    ...published(-70),
    [-41, approval.requestGivingUp],
    [-38, approval.consentToGivingUp],
  ],
  withdrawal_asked: () => [...recommended(-18), [-3, application.requestWithdrawal]],
};

async function scoreAs(
  life: Parameters<typeof approval.score>[0],
  username: string,
  share: number,
): Promise<void> {
  await approval.acceptSeat(life, username);
  await approval.score(life, username, share);
}
