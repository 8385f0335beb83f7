import { z } from "zod";
import { documentsInput } from "@/lib/documents/schema";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema, undertakingPlan, yuanSchema } from "@/lib/project/plan";
import { childTarget, projectTarget } from "@/lib/project/target";

const hiddenId = field(z.uuid(), { kind: "hidden" });
const hiddenVersion = rowVersion();
const line = (max: number) => z.string().trim().min(1).max(max);
const longText = (max = 2000) => field(line(max), { kind: "longText", lines: 4 });
const documents = field(documentsInput.optional(), { kind: "files" });
const minutesNumber = line(60);

/** How a panel works: blind online or in writing, or a meeting (domain.md §1.6). */
export const panelRoutes = ["online", "written", "meeting"] as const;
export type PanelRoute = (typeof panelRoutes)[number];

export const formPanelInput = childTarget.extend({
  route: z.enum(panelRoutes),
  expertIds: field(z.array(z.uuid()).min(1).max(15), {
    kind: "multiSelect",
    options: "experts",
    width: "full",
  }),
});

export const replaceExpertInput = childTarget.extend({
  assignmentId: hiddenId,
  assignmentVersion: hiddenVersion,
  expertId: field(z.uuid(), { kind: "person", options: "experts" }),
  reason: longText(500),
});

/** The ties that an expert must declare (domain.md §1.6, 回避). */
export const conflictKinds = [
  "same_employer",
  "paid_work",
  "joint_work",
  "kinship",
  "teacher_student",
  "equity",
] as const;

export const declareInterestInput = childTarget.extend({
  assignmentId: hiddenId,
  assignmentVersion: hiddenVersion,
  conflicts: field(z.array(z.enum(conflictKinds)).max(conflictKinds.length), {
    kind: "multiSelect",
    width: "full",
  }),
  answer: z.enum(["accept", "recuse"]),
  reason: field(z.string().trim().max(500).optional(), {
    kind: "longText",
    showWhen: { field: "answer", in: ["recuse"] },
  }),
  checked: field(z.literal(true), { kind: "checkbox" }),
});

/** One criterion's score, as the expert gives it. */
export const scoreInput = z.strictObject({
  code: field(line(40), { kind: "hidden" }),
  score: z.number().min(0).max(1000).multipleOf(0.5),
});

export const saveReviewInput = childTarget.extend({
  assignmentId: hiddenId,
  assignmentVersion: hiddenVersion,
  scores: field(z.array(scoreInput).max(30), { kind: "rows" }),
  comment: field(z.string().trim().max(4000), { kind: "longText", lines: 6 }),
});

export const submitReviewInput = childTarget.extend({
  assignmentId: hiddenId,
  assignmentVersion: hiddenVersion,
  scores: field(z.array(scoreInput).min(1).max(30), { kind: "rows" }),
  verdict: z.enum(["recommend", "reserve", "not_recommend"]),
  comment: field(line(4000), { kind: "longText", lines: 6 }),
});

export const concludeReviewInput = projectTarget.extend({
  verdict: z.enum(["recommend", "not_recommend"]),
  summary: longText(4000),
  documents,
});

export const recordDuplicateCheckInput = childTarget.extend({
  verdict: z.enum(["cleared", "confirmed"]),
  note: longText(),
});

export const proposeApprovalInput = projectTarget.extend({
  minutesNumber,
  amount: field(yuanSchema, { kind: "money" }),
  noticeNumber: line(60),
  note: field(z.string().trim().max(2000).optional(), { kind: "longText" }),
  documents,
});

export const declineApprovalInput = projectTarget.extend({
  minutesNumber,
  reason: longText(),
  documents,
});

export const orderSecondReviewInput = projectTarget.extend({
  minutesNumber,
  reason: longText(),
});

/** Who objects must give a name and a phone; anonymous objections are not accepted (domain.md §1.5). */
export const fileObjectionInput = z.strictObject({
  noticeId: hiddenId,
  name: field(line(60), { kind: "text", autoComplete: "name" }),
  phone: field(
    z
      .string()
      .trim()
      .regex(/^\+?[\d -]{7,20}$/),
    { kind: "text", autoComplete: "tel" },
  ),
  unit: field(z.string().trim().max(120).optional(), {
    kind: "text",
    autoComplete: "organization",
  }),
  content: field(line(4000), { kind: "longText", lines: 8 }),
});

export const objectionSteps = ["accept", "refuse", "investigate", "uphold", "dismiss"] as const;
export type ObjectionStep = (typeof objectionSteps)[number];

export const handleObjectionInput = childTarget.extend({
  objectionId: hiddenId,
  objectionVersion: hiddenVersion,
  step: z.enum(objectionSteps),
  finding: field(z.string().trim().max(4000).optional(), { kind: "longText", lines: 6 }),
});

export const issueApprovalInput = projectTarget.extend({
  documentNumber: line(80),
  documents,
});

export const upholdObjectionInput = projectTarget.extend({
  minutesNumber,
  note: longText(4000),
  documents,
});

/** What a supplementary agreement adds: the change that asked for it and the new foreign partner. */
export const contractSupplement = z.strictObject({
  changeId: z.uuid(),
  reason: line(2000),
  partner: z.strictObject({ name: line(200), nameEn: z.string().max(200), countryCode: line(2) }),
  formerPartner: z.string().max(200),
});

/** What a contract holds; the parts left out are taken from the last draft or the proposal. */
export const contractContent = z.strictObject({
  title: line(200),
  researchContent: line(20_000),
  terms: z.string().trim().max(20_000),
  grant: yuanSchema,
  startsOn: daySchema,
  endsOn: daySchema,
  undertaking: undertakingPlan,
  supplement: contractSupplement.optional(),
});
export type ContractContent = z.output<typeof contractContent>;

export const draftContractInput = projectTarget.extend({
  startsOn: field(daySchema.optional(), { kind: "date" }),
  endsOn: field(daySchema.optional(), { kind: "date" }),
  researchContent: field(line(20_000).optional(), { kind: "longText", lines: 8 }),
  terms: field(z.string().trim().max(20_000).optional(), { kind: "longText", lines: 8 }),
  undertaking: field(undertakingPlan.optional(), { kind: "group" }),
});

export const signContractInput = projectTarget.extend({
  contractVersion: hiddenVersion,
  contentHash: field(z.string().regex(/^[0-9a-f]{64}$/), { kind: "hidden" }),
  documents,
});

export const returnContractInput = projectTarget.extend({ reason: longText() });

export const bringContractIntoForceInput = projectTarget.extend({ documents });

export const closeUnsignedInput = projectTarget.extend({ reason: longText() });

export const remindSigningInput = childTarget;

export const requestGivingUpInput = projectTarget.extend({ reason: longText(), documents });

export const consentToGivingUpInput = projectTarget.extend({
  minutesNumber,
  note: field(z.string().trim().max(2000).optional(), { kind: "longText" }),
  documents,
});

export const recordProxyDecisionInput = childTarget.extend({
  command: field(line(80), { kind: "hidden" }),
  input: field(z.record(z.string().max(60), z.unknown()), { kind: "hidden" }),
  minutesNumber,
  /** The minutes as signed: without them nobody can confirm what was decided (domain.md §1.2, 代录). */
  scanFileId: field(z.uuid(), { kind: "file", accept: [".pdf", ".jpg", ".png"] }),
});

export const confirmProxyDecisionInput = childTarget.extend({
  decisionId: hiddenId,
  decisionVersion: hiddenVersion,
});

export const rejectProxyDecisionInput = childTarget.extend({
  decisionId: hiddenId,
  decisionVersion: hiddenVersion,
  reason: longText(500),
});
