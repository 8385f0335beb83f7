import type { Command } from "@/lib/kernel/command";
import { acknowledgeCorrection } from "./acknowledge-correction";
import { addProof } from "./add-proof";
import { admitAcceptance } from "./admit-acceptance";
import { applyForAcceptance } from "./apply-for-acceptance";
import { archiveAfterEvaluation } from "./archive-after-evaluation";
import { archiveClosed } from "./archive-closed";
import { auditEvaluation } from "./audit-evaluation";
import { callAcceptanceMeeting } from "./call-acceptance-meeting";
import { castAcceptanceVote } from "./cast-acceptance-vote";
import { closeOverdue } from "./close-overdue";
import { closeTrackingReport } from "./close-tracking-report";
import { confirmAcceptanceFile } from "./confirm-acceptance-file";
import { confirmRectification } from "./confirm-rectification";
import { confirmTrackingReport } from "./confirm-tracking-report";
import { correctArchived } from "./correct-archived";
import { declineAcceptanceSeat } from "./decline-acceptance-seat";
import { draftAcceptanceOpinion } from "./draft-acceptance-opinion";
import { drawAcceptancePanel } from "./draw-acceptance-panel";
import { endTracking } from "./end-tracking";
import { failOverdueRectification } from "./fail-overdue-rectification";
import { finaliseGrade } from "./finalise-grade";
import { formAcceptancePanel } from "./form-acceptance-panel";
import { issueAcceptanceResult } from "./issue-acceptance-result";
import { namePanelLeader } from "./name-panel-leader";
import { orderRectification } from "./order-rectification";
import { proposeResult } from "./propose-result";
import { reapplyForAcceptance } from "./reapply-for-acceptance";
import { recordUpperAcceptance } from "./record-upper-acceptance";
import { removeProof } from "./remove-proof";
import { returnAcceptanceFile } from "./return-acceptance-file";
import { returnRectification } from "./return-rectification";
import { returnSelfEvaluation } from "./return-self-evaluation";
import { returnTrackingReport } from "./return-tracking-report";
import { saveAcceptanceFile } from "./save-acceptance-file";
import { saveSelfEvaluation } from "./save-self-evaluation";
import { saveTrackingReport } from "./save-tracking-report";
import { serveOverdueNotice } from "./serve-overdue-notice";
import { signAcceptanceOpinion } from "./sign-acceptance-opinion";
import { submitAcceptanceFile } from "./submit-acceptance-file";
import { submitRectification } from "./submit-rectification";
import { submitSelfEvaluation } from "./submit-self-evaluation";
import { submitTrackingReport } from "./submit-tracking-report";

/** What this room can do; one verb a file. */
export const evaluationCommands: readonly Command[] = [
  acknowledgeCorrection,
  addProof,
  admitAcceptance,
  applyForAcceptance,
  archiveAfterEvaluation,
  archiveClosed,
  auditEvaluation,
  castAcceptanceVote,
  signAcceptanceOpinion,
  namePanelLeader,
  drawAcceptancePanel,
  draftAcceptanceOpinion,
  declineAcceptanceSeat,
  callAcceptanceMeeting,
  closeOverdue,
  closeTrackingReport,
  confirmAcceptanceFile,
  confirmRectification,
  confirmTrackingReport,
  correctArchived,
  endTracking,
  failOverdueRectification,
  finaliseGrade,
  formAcceptancePanel,
  issueAcceptanceResult,
  orderRectification,
  proposeResult,
  reapplyForAcceptance,
  removeProof,
  recordUpperAcceptance,
  returnAcceptanceFile,
  returnRectification,
  returnSelfEvaluation,
  returnTrackingReport,
  saveAcceptanceFile,
  saveSelfEvaluation,
  saveTrackingReport,
  serveOverdueNotice,
  submitAcceptanceFile,
  submitRectification,
  submitSelfEvaluation,
  submitTrackingReport,
];
