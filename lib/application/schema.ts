import { z } from "zod";
import { documentsInput } from "@/lib/documents/schema";
import { field, rowVersion } from "@/lib/kernel/field";
import { childTarget, projectTarget } from "@/lib/project/target";
import { proposalDraft } from "./proposal";
import { registrationLimit, registrationRow } from "./registration/row";

export type { ProposalContent } from "./proposal";

const hiddenId = field(z.uuid(), { kind: "hidden" });
const hiddenVersion = rowVersion();
const longText = (max: number) =>
  field(z.string().trim().min(1).max(max), { kind: "longText", lines: 4, width: "full" });
const documents = field(documentsInput.optional(), { kind: "files" });

/** A reason on each field that is to be amended. */
const fieldReasons = z
  .array(
    z.strictObject({
      field: field(z.string().trim().min(1).max(80), {
        kind: "select",
        options: "proposalFields",
      }),
      reason: z.string().trim().min(1).max(500),
    }),
  )
  .min(1)
  .max(40);

export const createDraftInput = z.strictObject({ callId: hiddenId, unitId: hiddenId });

/** `proposalVersion` is the version that the person saw; 0 before the first save. */
export const saveDraftInput = childTarget.extend({
  proposalVersion: rowVersion(0),
  content: proposalDraft,
});

export const handToUnitAdminInput = projectTarget;
export const handBackToFillerInput = projectTarget.extend({ reason: longText(500) });

export const submitInput = projectTarget;
export const recallSubmissionInput = projectTarget;
export const openReviewInput = childTarget;
export const returnForAmendmentInput = projectTarget.extend({ reasons: fieldReasons });
export const resubmitInput = projectTarget;
export const recommendInput = projectTarget.extend({ opinion: longText(2000), documents });
export const declineRecommendationInput = projectTarget.extend({
  reason: longText(2000),
  documents,
});
export const requestSupplementInput = projectTarget.extend({ reasons: fieldReasons });
export const submitSupplementInput = projectTarget;

/** What formal review looks at (domain.md §1.4, T09); each must be answered with yes. */
export const formalChecks = [
  "unitEligible",
  "insideCall",
  "filesComplete",
  "pledgeSigned",
  "budgetRegular",
  "agreementValid",
  "targetsMeasurable",
] as const;

const yesNo = field(z.enum(["yes", "no"]), { kind: "radio" });

export const passFormalReviewInput = projectTarget.extend({
  checklist: z.strictObject({
    unitEligible: yesNo,
    insideCall: yesNo,
    filesComplete: yesNo,
    pledgeSigned: yesNo,
    budgetRegular: yesNo,
    agreementValid: yesNo,
    targetsMeasurable: yesNo,
  }),
  note: field(z.string().trim().max(1000).optional(), { kind: "longText", lines: 3 }),
});

export const rejectFormallyInput = projectTarget.extend({
  reasonCode: field(z.string().min(1).max(40), {
    kind: "select",
    options: "not_admitted_reason",
  }),
  reason: longText(2000),
});

export const requestWithdrawalInput = childTarget.extend({ reason: longText(1000) });
export const refuseWithdrawalInput = childTarget.extend({ reason: longText(1000) });
export const withdrawInput = projectTarget.extend({ reason: longText(1000), documents });

const dryRun = field(z.boolean(), { kind: "hidden" });

export const registerProjectsInput = z.strictObject({
  rows: z.array(registrationRow).min(1).max(registrationLimit),
  note: field(z.string().trim().max(500).optional(), { kind: "longText", lines: 2 }),
  dryRun,
});

export const importLedgerInput = z.strictObject({
  fileId: field(z.uuid(), { kind: "file", accept: [".xlsx"] }),
  note: field(z.string().trim().max(500).optional(), { kind: "longText", lines: 2 }),
  dryRun,
});

const registrationTarget = z.strictObject({ registrationId: hiddenId, version: hiddenVersion });
export const confirmRegistrationInput = registrationTarget;
export const rejectRegistrationInput = registrationTarget.extend({ reason: longText(500) });
