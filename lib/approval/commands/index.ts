import type { Command } from "@/lib/kernel/command";
import { bringContractIntoForce } from "./bring-contract-into-force";
import { closeUnsigned } from "./close-unsigned";
import { concludeReview } from "./conclude-review";
import { consentToGivingUp } from "./consent-to-giving-up";
import { declareInterest } from "./declare-interest";
import { declineApproval } from "./decline-approval";
import { draftContract } from "./draft-contract";
import { fileObjection } from "./file-objection";
import { formReviewPanel } from "./form-panel";
import { handleObjection } from "./handle-objection";
import { issueApproval } from "./issue-approval";
import { orderSecondReview } from "./order-second-review";
import { proposeApproval } from "./propose-approval";
import { recordDuplicateCheck } from "./record-duplicate-check";
import { remindSigning } from "./remind-signing";
import { replaceExpert } from "./replace-expert";
import { requestGivingUp } from "./request-giving-up";
import { returnContract } from "./return-contract";
import { saveReview } from "./save-review";
import { signContract } from "./sign-contract";
import { submitReview } from "./submit-review";
import { upholdObjection } from "./uphold-objection";

/** What this room can do; one verb a file. */
export const approvalCommands: readonly Command[] = [
  formReviewPanel,
  replaceExpert,
  declareInterest,
  saveReview,
  submitReview,
  concludeReview,
  recordDuplicateCheck,
  proposeApproval,
  declineApproval,
  orderSecondReview,
  fileObjection,
  handleObjection,
  issueApproval,
  upholdObjection,
  draftContract,
  signContract,
  returnContract,
  bringContractIntoForce,
  closeUnsigned,
  remindSigning,
  requestGivingUp,
  consentToGivingUp,
];
