import type { Command } from "@/lib/kernel/command";
import { confirmRegistration } from "./confirm-registration";
import { createDraft } from "./create-draft";
import { declineRecommendation } from "./decline-recommendation";
import { handBackToFiller } from "./hand-back-to-filler";
import { handToUnitAdmin } from "./hand-to-unit-admin";
import { importLedger } from "./import-ledger";
import { openReview } from "./open-review";
import { passFormalReview } from "./pass-formal-review";
import { recallSubmission } from "./recall-submission";
import { recommend } from "./recommend";
import { refuseWithdrawal } from "./refuse-withdrawal";
import { registerProjects } from "./register-projects";
import { rejectFormally } from "./reject-formally";
import { rejectRegistration } from "./reject-registration";
import { requestSupplement } from "./request-supplement";
import { requestWithdrawal } from "./request-withdrawal";
import { resubmit } from "./resubmit";
import { returnForAmendment } from "./return-for-amendment";
import { saveDraft } from "./save-draft";
import { submit } from "./submit";
import { submitSupplement } from "./submit-supplement";
import { withdraw } from "./withdraw";

/** What this room can do; one verb a file. */
export const applicationCommands: readonly Command[] = [
  createDraft,
  saveDraft,
  handToUnitAdmin,
  handBackToFiller,
  submit,
  recallSubmission,
  openReview,
  returnForAmendment,
  resubmit,
  recommend,
  declineRecommendation,
  requestSupplement,
  submitSupplement,
  passFormalReview,
  rejectFormally,
  requestWithdrawal,
  refuseWithdrawal,
  withdraw,
  registerProjects,
  importLedger,
  confirmRegistration,
  rejectRegistration,
];
