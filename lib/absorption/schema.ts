import { z } from "zod";
import { documentsInput } from "@/lib/documents/schema";
import { field, rowVersion } from "@/lib/kernel/field";
import {
  daySchema,
  decimalSchema,
  targetPlan,
  technologyPlan,
  yuanSchema,
} from "@/lib/project/plan";

const hiddenId = () => field(z.uuid(), { kind: "hidden" });
const version = rowVersion();
const projectTarget = z.strictObject({ projectId: hiddenId(), version });

const shortText = z.string().trim().min(1).max(200);
const longText = field(z.string().trim().min(1).max(2000), { kind: "longText" });
const optionalText = field(z.string().trim().max(2000).optional(), { kind: "longText" });
const day = field(daySchema, { kind: "date", width: "half" });
const yuan = field(yuanSchema, { kind: "money", width: "half" });
const documents = field(documentsInput.optional(), { kind: "files" });
const file = field(z.uuid().nullish(), { kind: "file" });

// the ledger

export const planTechnologyInput = z.strictObject({
  projectId: hiddenId(),
  technologies: field(z.array(technologyPlan).min(1).max(30), { kind: "rows" }),
});

export const setMasteryInput = projectTarget.extend({
  technologyId: hiddenId(),
  mastery: field(z.int().min(0).max(4), { kind: "integer", width: "third" }),
  note: longText,
  /** The day that it is true of; today where none is named. */
  asOf: field(daySchema.optional(), { kind: "date", width: "third" }),
  /** What the mastery stands on: a piece of evidence of this technology, or a file. */
  evidenceId: field(z.uuid().optional(), { kind: "select", options: "technologyEvidence" }),
  fileId: file,
  /** Readiness now, on the technology's own scale. */
  trlNow: field(z.int().min(0).max(13).nullish(), { kind: "integer", width: "third" }),
  trlScaleId: field(z.string().min(1).max(40).optional(), { kind: "hidden" }),
});

export const figureInput = z.strictObject({
  code: z.string().min(1).max(40),
  value: field(decimalSchema.nullish(), { kind: "decimal", width: "third" }),
  numerator: field(decimalSchema.nullish(), { kind: "decimal", width: "third" }),
  denominator: field(decimalSchema.nullish(), { kind: "decimal", width: "third" }),
  basis: z.string().trim().min(1).max(200),
  asOf: day,
});

export const recordLinkFiguresInput = projectTarget.extend({
  linkId: hiddenId(),
  /** What the link has cost up to now, in yuan. */
  cost: field(yuanSchema.nullish(), { kind: "money", width: "half" }),
  actualFrom: field(daySchema.nullish(), { kind: "date", width: "half" }),
  figures: field(z.array(figureInput).max(20), { kind: "rows" }),
});

export const addEvidenceInput = projectTarget.extend({
  linkId: hiddenId(),
  criterionCode: field(z.string().min(1).max(40), { kind: "select", options: "criteria" }),
  description: longText,
  datedOn: day,
  fileId: file,
  /** A record of this project that proves it instead, as `<type>:<id>`. */
  record: field(
    z
      .string()
      .regex(/^(right|training|registration):[0-9a-f-]{36}$/)
      .optional(),
    { kind: "select", options: "records" },
  ),
});

export const linkInput = projectTarget.extend({ linkId: hiddenId() });
export const confirmLinkInput = linkInput.extend({ closedOn: day });
export const returnLinkInput = linkInput.extend({
  reason: longText,
  /** Pieces of evidence that do not prove what they should; none means the link as a whole. */
  evidenceIds: field(z.array(z.uuid()).max(100).optional(), {
    kind: "multiSelect",
    options: "evidence",
  }),
});
export const reopenLinkInput = linkInput.extend({ reason: longText });

export const requestMeritOpinionInput = linkInput.extend({
  expertId: field(z.uuid(), { kind: "person", options: "experts" }),
  question: longText,
  dueOn: day,
});
export const meritVerdicts = ["sound", "partly", "unsound"] as const;
export const giveMeritOpinionInput = projectTarget.extend({
  opinionId: hiddenId(),
  verdict: field(z.enum(meritVerdicts), { kind: "radio" }),
  text: longText,
});

export const completeMilestoneInput = projectTarget.extend({
  milestoneId: hiddenId(),
  doneOn: day,
  note: optionalText,
});

// annual reports

export const reportAnswers = z.strictObject({
  progress: field(z.string().trim().max(4000), { kind: "longText" }),
  problems: field(z.string().trim().max(4000), { kind: "longText" }),
  nextSteps: field(z.string().trim().max(4000), { kind: "longText" }),
  /** What the year brought: rights, papers, products, people. */
  results: field(z.string().trim().max(4000).optional(), { kind: "longText" }),
  /** Visits, joint work, dealings with the foreign partner. */
  exchange: field(z.string().trim().max(4000).optional(), { kind: "longText" }),
  /** Spent of the whole budget up to the cut-off, in yuan. */
  spentAmount: field(yuanSchema.nullish(), { kind: "money", width: "half" }),
});

const onReport = projectTarget.extend({ reportId: hiddenId() });
export const saveReportInput = onReport.extend({ ...reportAnswers.shape });
export const submitReportInput = onReport.extend({ ...reportAnswers.shape, documents });
export const confirmReportInput = onReport.extend({ opinion: optionalText });
export const returnReportInput = onReport.extend({ reason: longText });
export const closeReportInput = onReport;

// changes

/** Kinds that are only filed, and kinds that the bureau must approve (domain.md §1.5). */
export const recordedChangeKinds = ["team", "route", "budget_shift", "unit_renamed"] as const;
export const approvedChangeKinds = [
  "investigator",
  "lead_unit",
  "foreign_partner",
  "targets",
  "budget_total",
  "term",
] as const;
export const changeKinds = [...recordedChangeKinds, ...approvedChangeKinds] as const;
export type ChangeKind = (typeof changeKinds)[number];

const onlyFor = (...kinds: ChangeKind[]) => ({ field: "kind", in: kinds });

/** What a request asks for; which parts are needed depends on its kind. */
export const changePayload = z.strictObject({
  /** team, route, budget_shift: what changes, in words. */
  details: field(z.string().trim().max(2000).optional(), {
    kind: "longText",
    showWhen: onlyFor("team", "route", "budget_shift"),
  }),
  members: field(
    z
      .array(
        z.strictObject({
          name: shortText,
          title: z.string().trim().max(100).optional(),
          move: z.enum(["joins", "leaves"]),
        }),
      )
      .max(50)
      .optional(),
    { kind: "rows", showWhen: onlyFor("team") },
  ),
  unitName: field(shortText.optional(), { showWhen: onlyFor("unit_renamed") }),
  investigatorName: field(shortText.optional(), { showWhen: onlyFor("investigator") }),
  investigatorTitle: field(z.string().trim().max(100).optional(), {
    showWhen: onlyFor("investigator"),
  }),
  leadUnitUscc: field(z.string().trim().length(18).optional(), { showWhen: onlyFor("lead_unit") }),
  partner: field(
    z
      .strictObject({
        name: shortText,
        nameEn: z.string().trim().max(200).optional(),
        countryCode: field(z.string().length(2), { kind: "select", options: "countries" }),
        type: field(z.string().min(1).max(40), { kind: "select", options: "partnerTypes" }),
      })
      .optional(),
    { kind: "group", showWhen: onlyFor("foreign_partner") },
  ),
  formerPartnerId: field(z.uuid().optional(), {
    kind: "select",
    options: "projectPartners",
    showWhen: onlyFor("foreign_partner"),
  }),
  targets: field(z.array(targetPlan).max(60).optional(), {
    kind: "rows",
    showWhen: onlyFor("targets"),
  }),
  budgetTotal: field(yuanSchema.optional(), { kind: "money", showWhen: onlyFor("budget_total") }),
  endsOn: field(daySchema.optional(), { kind: "date", showWhen: onlyFor("term") }),
  /** Everything planned and still open moves by as many days as the end does. */
  shiftDates: field(z.boolean().optional(), { kind: "checkbox", showWhen: onlyFor("term") }),
  /** New planned dates of single links and milestones, where they differ from that. */
  dates: field(
    z
      .array(
        z.strictObject({
          subject: z.enum(["link", "milestone"]),
          id: z.uuid(),
          plannedOn: daySchema,
        }),
      )
      .max(200)
      .optional(),
    { kind: "rows", showWhen: onlyFor("term") },
  ),
});

export type ChangePayload = z.output<typeof changePayload>;

export const requestChangeInput = z.strictObject({
  projectId: hiddenId(),
  kind: field(z.enum(changeKinds), { kind: "select" }),
  reason: longText,
  ...changePayload.shape,
  documents,
});

const onChange = projectTarget.extend({ changeId: hiddenId() });
export const giveChangeOpinionInput = onChange.extend({
  verdict: field(z.enum(["agree", "disagree"]), { kind: "radio" }),
  opinion: longText,
});
export const approveChangeInput = onChange.extend({ reason: optionalText });
export const rejectChangeInput = onChange.extend({ reason: longText });
export const signSupplementInput = onChange.extend({
  contentHash: field(z.string().regex(/^[0-9a-f]{64}$/), { kind: "hidden" }),
  documents,
});
export const withdrawChangeInput = onChange.extend({ reason: optionalText });

// money

export const issuePaymentInput = projectTarget.extend({
  trancheId: hiddenId(),
  documentNumber: field(z.string().trim().min(1).max(80), { kind: "text" }),
});
const onPayment = projectTarget.extend({ paymentId: hiddenId() });
export const passOnPaymentInput = onPayment;
export const confirmReceiptInput = onPayment.extend({ receivedOn: day, fileId: file });
export const holdPaymentInput = onPayment.extend({ reason: longText });
export const releasePaymentInput = onPayment.extend({ reason: longText });

export const reportSpendingInput = z.strictObject({
  projectId: hiddenId(),
  spentAmount: yuan,
  asOf: day,
  /** Why the sum falls: spending adds up. */
  reason: optionalText,
});

export const computeRefundInput = z.strictObject({
  projectId: hiddenId(),
  basis: field(z.enum(["objective", "fault"]), { kind: "radio" }),
  grantSpent: yuan,
  irregularSpending: yuan,
  /** Only where Kehe has no payments on record. */
  grantReceived: field(yuanSchema.nullish(), { kind: "money", width: "half" }),
  documents,
});

const onRefund = projectTarget.extend({ refundId: hiddenId() });
export const notifyRefundInput = onRefund.extend({
  documentNumber: field(z.string().trim().min(1).max(80), { kind: "text" }),
});
export const recordRefundPaymentInput = onRefund.extend({
  amount: yuan,
  paidOn: day,
  fileId: file,
});
export const handRefundToEnforcementInput = onRefund.extend({ note: longText });

// suspension and end

export const suspensionCauses = [
  "no_report",
  "money_misuse",
  "unit_in_distress",
  "investigation",
  "mid_term_failed",
] as const;

export const proposeSuspensionInput = z.strictObject({
  projectId: hiddenId(),
  cause: field(z.enum(suspensionCauses), { kind: "select" }),
  text: longText,
  documents,
});

export const declineSuspensionInput = z.strictObject({ projectId: hiddenId(), reason: longText });
export const suspendInput = projectTarget.extend({ reason: longText, documents });
export const resumeInput = projectTarget.extend({ reason: longText, documents });

const exOfficio = { field: "initiative", in: ["ex_officio"] };

export const terminateInput = projectTarget.extend({
  initiative: field(z.enum(["applied", "ex_officio"]), { kind: "radio" }),
  /** Ex officio only, and then asked for. */
  unitHeardOn: field(daySchema.nullish(), { kind: "date", width: "half", showWhen: exOfficio }),
  unitStatement: field(z.string().trim().max(2_000).nullish(), {
    kind: "longText",
    showWhen: exOfficio,
  }),
  basis: field(z.enum(["objective", "fault"]), { kind: "radio" }),
  /** Final accounts, in yuan: what of the grant was spent, and what of that against the rules. */
  grantSpent: yuan,
  irregularSpending: yuan,
  /** Only where Kehe has no payments on record. */
  grantReceived: field(yuanSchema.nullish(), { kind: "money", width: "half" }),
  reason: longText,
  documents,
});

export const revokeInput = projectTarget.extend({
  finding: longText,
  unitHeardOn: day,
  unitStatement: longText,
  grantReceived: field(yuanSchema.nullish(), { kind: "money", width: "half" }),
  documents,
});

// mid-term check

export const planMidTermInput = z.strictObject({ projectId: hiddenId(), dueOn: day });

const onMidTerm = projectTarget.extend({ checkId: hiddenId() });
export const submitMidTermInput = onMidTerm.extend({
  progress: longText,
  problems: optionalText,
  documents,
});

const mark = field(z.int().min(1).max(5), { kind: "integer", width: "third" });
/** Marks from 1 to 5 on what a mid-term check looks at (domain.md §1.5). */
export const midTermMarks = z.strictObject({
  scope: mark,
  time: mark,
  cost: mark,
  absorption: mark,
  risk: mark,
  planning: mark,
});
export const checkMidTermInput = onMidTerm.extend({
  ...midTermMarks.shape,
  result: field(z.enum(["ok", "warn", "fail"]), { kind: "radio" }),
  opinion: longText,
});
