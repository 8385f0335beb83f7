import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema, decimalSchema, yuanSchema } from "@/lib/project/plan";
import { achievements, deviationCauses } from "../scoring/rule";

/** The finance's forms of one budget item and year (domain.md §3.1). */
export const formKinds = ["goals", "monitoring", "self_evaluation", "department"] as const;
export type FormKind = (typeof formKinds)[number];

/** Whether a target will be reached by the year's end (财预〔2019〕136号's three answers). */
export const likelihoods = ["certain", "possible", "impossible"] as const;

/** What holds a target back, as the monitoring form asks it. */
export const hindrances = ["funds", "rules", "people", "equipment", "other"] as const;

const hiddenId = field(z.uuid(), { kind: "hidden" });
const hiddenVersion = rowVersion();
/** 0 while there is no row yet. */
const seenVersion = rowVersion(0);
const line = (max: number) => z.string().trim().min(1).max(max);
const longText = (max: number) => field(line(max), { kind: "longText", lines: 4, width: "full" });
const note = (max: number, lines = 2) =>
  field(z.string().trim().max(max).optional(), { kind: "longText", lines, width: "half" });

export const createItemInput = z.strictObject({
  code: line(40),
  zh: field(line(120), { width: "half" }),
  en: field(line(200), { kind: "text", width: "half" }),
  fund: field(line(120), { width: "half" }),
  reverseVariant: field(z.enum(["linear", "ratio"]), { kind: "radio" }),
  validFrom: daySchema,
});

/** The calls and registered projects whose results count under this item: these and no others. */
export const setMembersInput = z.strictObject({
  budgetItemId: hiddenId,
  version: hiddenVersion,
  callIds: field(z.array(z.uuid()).max(200), { kind: "multiSelect", options: "budgetCalls" }),
  projectIds: field(z.array(z.uuid()).max(500), {
    kind: "multiSelect",
    options: "budgetProjects",
  }),
});

const money = field(yuanSchema, { kind: "money", width: "third" });
const split = field(z.strictObject({ fiscal: money, carried: money, other: money }), {
  kind: "group",
  width: "full",
});

export const moneySplit = z.object({
  fiscal: z.string().default("0.00"),
  carried: z.string().default("0.00"),
  other: z.string().default("0.00"),
});

export const setYearInput = z.strictObject({
  budgetItemId: hiddenId,
  yearVersion: seenVersion,
  year: z.int().min(2000).max(2100),
  objective: longText(2000),
  initial: split,
  adjusted: split,
  executed: split,
});

const formTarget = z.strictObject({ budgetItemYearId: hiddenId, formVersion: seenVersion });
const code = field(line(20), { kind: "hidden" });
const lines = <L extends z.ZodType>(of: L) =>
  field(z.array(of).max(80), { kind: "rows", width: "full" });

export const saveGoalsInput = formTarget.extend({ remark: note(2000, 4) });

const selfLine = z.strictObject({
  code,
  cause: field(z.enum(deviationCauses).optional(), { kind: "select", width: "third" }),
  reason: note(1000),
  improvement: note(1000),
});

export const saveSelfEvaluationInput = formTarget.extend({
  achieved: longText(2000),
  executionReason: note(1000),
  lines: lines(selfLine),
});

const monitoringLine = z.strictObject({
  code,
  expected: field(decimalSchema.optional(), { kind: "decimal", width: "third" }),
  likelihood: field(z.enum(likelihoods), { kind: "select", width: "third" }),
  hindrance: field(z.enum(hindrances).optional(), { kind: "select", width: "third" }),
  reason: note(1000),
  remark: note(500),
});

export const saveMonitoringInput = formTarget.extend({
  expectedExecuted: field(yuanSchema, { kind: "money", width: "third" }),
  lines: lines(monitoringLine),
});

const departmentLine = z.strictObject({
  code,
  weight: field(decimalSchema, { kind: "decimal", width: "third" }),
  achievement: field(z.enum(achievements).optional(), { kind: "select", width: "third" }),
  score: field(decimalSchema.optional(), { kind: "decimal", width: "third" }),
  reason: note(1000),
  improvement: note(1000),
});

export const saveDepartmentInput = formTarget.extend({
  opinion: longText(4000),
  lines: lines(departmentLine),
});

const formId = z.strictObject({ formId: hiddenId, version: hiddenVersion });
export const confirmFormInput = formId;
export const reopenFormInput = formId.extend({ reason: longText(1000) });

/** What is typed on a form, of whichever kind; what a kind doesn't ask is empty. */
export const formContent = z.object({
  remark: z.string().optional(),
  achieved: z.string().optional(),
  executionReason: z.string().optional(),
  opinion: z.string().optional(),
  expectedExecuted: z.string().optional(),
  lines: z
    .array(
      z.object({
        code: z.string(),
        cause: z.string().optional(),
        reason: z.string().optional(),
        improvement: z.string().optional(),
        expected: z.string().optional(),
        likelihood: z.enum(likelihoods).optional(),
        hindrance: z.enum(hindrances).optional(),
        remark: z.string().optional(),
        weight: z.string().optional(),
        achievement: z.enum(achievements).optional(),
        score: z.string().optional(),
      }),
    )
    .default([]),
});
export type FormContent = z.output<typeof formContent>;
export type LineNote = FormContent["lines"][number];
