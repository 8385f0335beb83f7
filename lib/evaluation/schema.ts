import { z } from "zod";
import { documentsInput } from "@/lib/documents/schema";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema, decimalSchema, yuanSchema } from "@/lib/project/plan";
import { childTarget, projectTarget } from "@/lib/project/target";
import { followUpRatings } from "./follow-up/rules";
import { outcomesField } from "./follow-up/schema";
import { achievements, deviationCauses } from "./scoring/rule";

const hiddenVersion = rowVersion();
const hiddenId = field(z.uuid(), { kind: "hidden" });
const line = (max: number) => z.string().trim().min(1).max(max);
const longText = (max = 4000) => field(line(max), { kind: "longText", lines: 6, width: "full" });
const note = (max = 2000) =>
  field(z.string().trim().max(max).optional(), { kind: "longText", lines: 3, width: "full" });
const documents = field(documentsInput.optional(), { kind: "files", width: "full" });
const indicatorCode = field(line(20), { kind: "select", options: "indicators" });
const money = field(yuanSchema, { kind: "money", width: "third" });
const count = field(z.int().min(0).max(1_000_000), { kind: "integer", width: "third" });

/** A collective decision of the manager may name its minutes. */
const minutesNumber = field(z.string().trim().max(60).optional(), { width: "half" });

export const acceptanceRoutes = ["written", "meeting"] as const;
export type AcceptanceRoute = (typeof acceptanceRoutes)[number];

/** What an expert may vote, and what the bureau may propose short of a rectification. */
export const acceptanceVerdicts = ["passed", "rectify", "concluded", "failed"] as const;
export type AcceptanceVerdict = (typeof acceptanceVerdicts)[number];
export const proposableResults = ["passed", "concluded", "failed"] as const;
export const acceptanceResults = [
  "passed",
  "passed_after_rectification",
  "concluded",
  "failed",
] as const;
export type AcceptanceResult = (typeof acceptanceResults)[number];

/** Causes that fail an acceptance whatever the votes (domain.md §1.6). */
export const failCauses = [
  "false_documents",
  "unauthorised_change",
  "unresolved_disputes",
  "money_misuse",
  "main_targets_missed",
] as const;
export type FailCause = (typeof failCauses)[number];

// acceptance file

/** How far one indicator was reached, as the lines of the file say; `proof` is in older files only. */
const completionRow = z.strictObject({
  indicatorCode: line(20),
  value: z.union([decimalSchema, z.enum(achievements), z.literal("not_applicable")]),
  proof: z.string().optional(),
});
export type CompletionRow = z.output<typeof completionRow>;

/** The final account (决算): what was spent, in yuan, by source. */
const finalAccount = z.strictObject({
  grantSpent: money,
  ownSpent: money,
  otherSpent: money,
  irregularPayments: count,
  /** Who audited, and the report's number; asked where the rule asks for a special audit. */
  auditReport: field(z.string().trim().max(200).optional(), { width: "full" }),
  note: note(1000),
});

/** Beside each other in a sheet of many lines. */
const lineNote = field(z.string().trim().max(1000).optional(), {
  kind: "longText",
  lines: 2,
  width: "half",
});

const selfLine = z.strictObject({
  indicatorCode: field(line(20), { kind: "hidden" }),
  value: field(decimalSchema.optional(), { kind: "decimal", width: "third" }),
  achievement: field(z.enum(achievements).optional(), { kind: "select", width: "third" }),
  score: field(decimalSchema.optional(), { kind: "decimal", width: "third" }),
  notApplicable: field(z.boolean().optional(), { kind: "checkbox", width: "third" }),
  cause: field(z.enum(deviationCauses).optional(), { kind: "select", width: "third" }),
  reason: lineNote,
  improvement: lineNote,
});
export type SelfLine = z.output<typeof selfLine>;
const selfLines = field(z.array(selfLine).max(60), { kind: "rows", width: "full" });

const acceptanceFile = {
  summary: longText(8000),
  finalAccount: field(finalAccount, { kind: "group", width: "full" }),
  lines: selfLines,
  documents,
};

export const acceptanceFileContent = z.strictObject({
  summary: acceptanceFile.summary,
  completion: z.array(completionRow).max(60),
  finalAccount,
});
export type AcceptanceFile = z.output<typeof acceptanceFileContent>;

export const applyForAcceptanceInput = projectTarget;

export const saveAcceptanceFileInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  summary: field(z.string().max(8000).optional(), { kind: "longText", lines: 6, width: "full" }),
  finalAccount: field(finalAccount.partial().optional(), { kind: "group", width: "full" }),
  lines: field(z.array(selfLine).max(60).optional(), { kind: "rows", width: "full" }),
});

export const submitAcceptanceFileInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  ...acceptanceFile,
});

export const confirmAcceptanceFileInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  opinion: longText(2000),
  documents,
});

/** Reasons on the fields that must be amended. */
const reasons = field(
  z
    .array(z.strictObject({ field: field(line(60), { width: "third" }), reason: longText(1000) }))
    .min(1)
    .max(40),
  { kind: "rows", width: "full" },
);

export const returnAcceptanceFileInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  reasons,
});

export const admitAcceptanceInput = projectTarget.extend({
  route: field(z.enum(acceptanceRoutes).optional(), { kind: "radio" }),
  routeReason: note(500),
});

// votes, result

/** Why the result goes up though not all who voted signed the panel's opinion. */
const unsignedReason = note(500);

export const castAcceptanceVoteInput = childTarget.extend({
  assignmentId: hiddenId,
  assignmentVersion: hiddenVersion,
  verdict: field(z.enum(acceptanceVerdicts), { kind: "radio", width: "full" }),
  opinion: longText(4000),
  signedName: field(line(60), { width: "half", autoComplete: "name" }),
});

export const recordUpperAcceptanceInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  result: field(z.enum(acceptanceResults), { kind: "select" }),
  documentNumber: field(line(100), { width: "half" }),
  decidedOn: field(daySchema, { kind: "date", width: "half" }),
  opinion: note(2000),
  documents,
});

export const proposeResultInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  result: field(z.enum(proposableResults), { kind: "radio", width: "full" }),
  failCauses: field(z.array(z.enum(failCauses)).max(5).optional(), {
    kind: "multiSelect",
    width: "full",
  }),
  opinion: longText(4000),
  reason: note(2000),
  unsignedReason,
});

export const orderRectificationInput = projectTarget.extend({
  order: longText(4000),
  unsignedReason,
  documents,
});

export const submitRectificationInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  report: longText(8000),
  lines: field(z.array(selfLine).max(60).optional(), { kind: "rows", width: "full" }),
  documents,
});

export const confirmRectificationInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  opinion: longText(2000),
});

export const returnRectificationInput = childTarget.extend({
  acceptanceVersion: hiddenVersion,
  reasons,
});

export const reapplyForAcceptanceInput = projectTarget.extend({ documents });

export const issueAcceptanceResultInput = projectTarget.extend({
  opinion: note(2000),
  minutesNumber,
  documents,
});

export const failOverdueRectificationInput = projectTarget.extend({
  reason: longText(2000),
  minutesNumber,
});

export const serveOverdueNoticeInput = childTarget.extend({
  text: longText(2000),
  documents,
});

export const closeOverdueInput = projectTarget.extend({
  reason: longText(2000),
  minutesNumber,
  documents,
});

// evaluation

export const saveSelfEvaluationInput = childTarget.extend({
  evaluationVersion: hiddenVersion,
  lines: selfLines,
});

export const submitSelfEvaluationInput = childTarget.extend({
  evaluationVersion: hiddenVersion,
  lines: selfLines,
  documents,
});

export const addProofInput = childTarget.extend({
  indicatorCode,
  description: field(line(200), { width: "full" }),
  fileId: field(z.uuid().optional(), { kind: "file" }),
  /** A record of this project instead, as `<type>:<id>`. */
  record: field(
    z
      .string()
      .regex(/^(right|training|registration):[0-9a-f-]{36}$/)
      .optional(),
    { kind: "select", options: "records" },
  ),
});

export const removeProofInput = childTarget.extend({ proofId: hiddenId });

const auditLine = z.strictObject({
  indicatorCode: field(line(20), { kind: "hidden" }),
  value: field(decimalSchema.optional(), { kind: "decimal", width: "third" }),
  achievement: field(z.enum(achievements).optional(), { kind: "select", width: "third" }),
  score: field(decimalSchema.optional(), { kind: "decimal", width: "third" }),
  deductionPercent: field(z.int().min(0).max(100).optional(), { kind: "integer", width: "third" }),
  notApplicableConsent: field(z.boolean().optional(), { kind: "checkbox", width: "third" }),
  reason: lineNote,
});
export type AuditLine = z.output<typeof auditLine>;

export const auditEvaluationInput = childTarget.extend({
  evaluationVersion: hiddenVersion,
  spent: field(yuanSchema.optional(), { kind: "money", width: "half" }),
  lines: field(z.array(auditLine).max(60), { kind: "rows", width: "full" }),
  opinion: longText(4000),
});

export const returnSelfEvaluationInput = childTarget.extend({
  evaluationVersion: hiddenVersion,
  reasons,
});

export const finaliseGradeInput = projectTarget.extend({
  opinion: note(2000),
  minutesNumber,
  documents,
});

export const archiveAfterEvaluationInput = projectTarget.extend({
  opinion: note(2000),
  documents,
});

// follow-up

/** What became of the project in one year after its end (domain.md §1.3, tracking). */
export const trackingContent = z.strictObject({
  summary: longText(4000),
  sales: money.nullish(),
  exports: money.nullish(),
  profitAndTax: money.nullish(),
  jobs: count.nullish(),
  patentsFiled: count.nullish(),
  patentsGranted: count.nullish(),
  standards: count.nullish(),
  followUpContracts: count.nullish(),
  followUpInvestment: money.nullish(),
  outcomes: outcomesField,
  difficulties: note(2000),
});

const reportTarget = childTarget.extend({ reportId: hiddenId, reportVersion: hiddenVersion });

export const saveTrackingReportInput = reportTarget.extend({
  content: field(trackingContent.partial(), { kind: "group", width: "full" }),
});

export const submitTrackingReportInput = reportTarget.extend({
  content: field(trackingContent, { kind: "group", width: "full" }),
  documents,
});

export const confirmTrackingReportInput = reportTarget.extend({ opinion: note(1000) });
export const closeTrackingReportInput = reportTarget.extend({ opinion: note(1000) });
export const returnTrackingReportInput = reportTarget.extend({ reason: longText(1000) });

export const endTrackingInput = projectTarget.extend({
  rating: field(z.enum(followUpRatings).optional(), { kind: "radio", width: "full" }),
  ratingReason: note(500),
  opinion: note(2000),
  documents,
});

export const archiveClosedInput = projectTarget.extend({ note: note(2000), documents });

export const correctArchivedInput = projectTarget.extend({
  note: longText(2000),
  minutesNumber,
});

export const acknowledgeCorrectionInput = childTarget;
