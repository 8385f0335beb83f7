import type { Command } from "@/lib/kernel/command";
import { incentiveCommands } from "../incentives/commands";
import { recordCommands } from "../records/commands";
import { addEvidence } from "./add-evidence";
import { approveChange } from "./approve-change";
import { checkMidTerm } from "./check-mid-term";
import { closeReport } from "./close-report";
import { completeMilestone } from "./complete-milestone";
import { computeRefund } from "./compute-refund";
import { confirmLink } from "./confirm-link";
import { confirmReceipt } from "./confirm-receipt";
import { confirmReport } from "./confirm-report";
import { declineSuspension } from "./decline-suspension";
import { giveChangeOpinion } from "./give-change-opinion";
import { giveMeritOpinion } from "./give-merit-opinion";
import { handRefundToEnforcement } from "./hand-refund-to-enforcement";
import { holdPayment } from "./hold-payment";
import { issuePayment } from "./issue-payment";
import { notifyRefund } from "./notify-refund";
import { passOnPayment } from "./pass-on-payment";
import { planMidTerm } from "./plan-mid-term";
import { planTechnology } from "./plan-technology";
import { proposeSuspension } from "./propose-suspension";
import { recordLinkFigures } from "./record-link-figures";
import { recordRefundPayment } from "./record-refund-payment";
import { rejectChange } from "./reject-change";
import { releasePayment } from "./release-payment";
import { reopenLink } from "./reopen-link";
import { reportSpending } from "./report-spending";
import { requestChange } from "./request-change";
import { requestMeritOpinion } from "./request-merit-opinion";
import { resume } from "./resume";
import { returnLink } from "./return-link";
import { returnReport } from "./return-report";
import { revoke } from "./revoke";
import { saveReport } from "./save-report";
import { setMastery } from "./set-mastery";
import { signSupplement } from "./sign-supplement";
import { submitLink } from "./submit-link";
import { submitMidTerm } from "./submit-mid-term";
import { submitReport } from "./submit-report";
import { suspend } from "./suspend";
import { terminate } from "./terminate";
import { withdrawChange } from "./withdraw-change";

/** All that can be done in the absorption room. */
export const absorptionCommands: readonly Command[] = [
  addEvidence,
  approveChange,
  checkMidTerm,
  closeReport,
  completeMilestone,
  computeRefund,
  confirmLink,
  confirmReceipt,
  confirmReport,
  declineSuspension,
  giveChangeOpinion,
  handRefundToEnforcement,
  holdPayment,
  issuePayment,
  notifyRefund,
  passOnPayment,
  planMidTerm,
  planTechnology,
  proposeSuspension,
  recordLinkFigures,
  recordRefundPayment,
  rejectChange,
  releasePayment,
  reopenLink,
  reportSpending,
  requestChange,
  resume,
  returnLink,
  returnReport,
  revoke,
  saveReport,
  setMastery,
  signSupplement,
  submitLink,
  submitMidTerm,
  submitReport,
  suspend,
  terminate,
  withdrawChange,
  ...incentiveCommands,
  ...recordCommands,
  giveMeritOpinion,
  requestMeritOpinion,
];
