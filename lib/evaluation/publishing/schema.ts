import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema, yuanSchema } from "@/lib/project/plan";
import type { ConsequenceTrigger } from "@/lib/reference/consequences";
import { achievements, grades, reverseVariants } from "../scoring/rule";
import { indicatorKinds } from "../scoring/types";

/** What the bureau publishes in versions. */
export const ruleFamilies = ["indicators", "scoring", "consequence", "incentive"] as const;
export type RuleFamily = (typeof ruleFamilies)[number];

const text = (max: number) => z.string().trim().max(max).optional();
const short = (max: number) => field(text(max), { kind: "text", width: "half" });
const long = (max: number) => field(text(max), { kind: "longText", width: "full", lines: 2 });
const decimal = (width: "half" | "third" = "third") =>
  field(
    z
      .string()
      .trim()
      .regex(/^\d{1,6}(\.\d{1,4})?$/)
      .optional(),
    { kind: "decimal", width },
  );
const hiddenKey = <T extends readonly [string, ...string[]]>(values: T) =>
  field(z.enum(values), { kind: "hidden" });
const day = field(daySchema.optional(), { kind: "date", width: "half" });

/** From when, on what document, and why: asked of every version. A draft may lack anything. */
const head = {
  validFrom: day,
  basis: short(200),
  basisEn: short(200),
  note: long(1000),
};

const percent = field(z.int().min(0).max(100).optional(), { kind: "integer", width: "third" });

/** The scoring rules as they are typed; the bands' shares and the grades' bounds in percent and points. */
export const scoringContent = z.strictObject({
  ...head,
  levels: field(
    z.strictObject({
      execution: decimal("half"),
      output: decimal("half"),
      benefit: decimal("half"),
      satisfaction: decimal("half"),
    }),
    { kind: "group" },
  ),
  grades: field(z.array(z.strictObject({ grade: hiddenKey(grades), from: decimal() })).max(10), {
    kind: "rows",
  }),
  bands: field(
    z
      .array(
        z.strictObject({ achievement: hiddenKey(achievements), from: decimal(), to: decimal() }),
      )
      .max(10),
    { kind: "rows" },
  ),
  reverse: field(z.enum(reverseVariants).optional(), { kind: "radio", width: "full" }),
  overAchievement: decimal("half"),
  deductions: field(z.array(z.strictObject({ percent })).max(20), { kind: "rows" }),
});
export type ScoringContent = z.output<typeof scoringContent>;

const indicatorFields = {
  level2: field(text(40), { kind: "select", options: "groups", width: "third" }),
  zh: short(100),
  en: short(200),
  kind: field(z.enum(indicatorKinds).optional(), { kind: "select", width: "third" }),
  unit: field(text(40), { kind: "select", options: "units", width: "third" }),
  weight: decimal(),
  defaultTarget: field(text(20), { kind: "text", width: "third" }),
  dimensions: field(z.array(z.string().max(40)).max(10).optional(), {
    kind: "multiSelect",
    options: "dimensions",
    width: "half",
  }),
};

const indicatorLine = z.strictObject({
  code: field(text(20), { kind: "text", width: "third" }),
  ...indicatorFields,
});
export type IndicatorLine = z.output<typeof indicatorLine>;

const setTitle = { titleZh: short(100), titleEn: short(200) };

/** A set of indicators as it is typed: its lines by their first level. */
export const indicatorsContent = z.strictObject({
  ...head,
  ...setTitle,
  levels: z.record(z.string().max(40), z.array(indicatorLine).max(40)),
});
export type IndicatorsContent = z.output<typeof indicatorsContent>;

/**
 * The form of a set: one part for each of its first levels. Where the values are computed from the
 * records by the indicator's code, the codes are given and no line is added or removed.
 */
export function indicatorsForm(levels: readonly string[], given: boolean) {
  const codeField = field(z.string().max(20), { kind: "hidden" });
  const line = (level: string) =>
    z.strictObject({
      ...(given
        ? { code: codeField }
        : { code: field(text(20), { kind: "text", width: "third" }) }),
      ...indicatorFields,
      level2: field(text(40), { kind: "select", options: `groups.${level}`, width: "third" }),
    });
  const shape: z.ZodRawShape = Object.fromEntries(
    levels.map((level) => [level, field(z.array(line(level)).max(40), { kind: "rows" })]),
  );
  return z.strictObject({
    ...head,
    ...setTitle,
    levels: field(z.strictObject(shape), { kind: "group" }),
  });
}

/** What can set a consequence off. */
export const consequenceTriggers = [
  "grade:excellent",
  "grade:good",
  "grade:fair",
  "grade:poor",
  "result:concluded",
  "result:failed",
  "cause:false_documents",
  "cause:money_misuse",
  "cause:unauthorised_change",
  "rating:grown",
  "rating:kept",
  "rating:faded",
  "tracking:silent",
] as const satisfies readonly ConsequenceTrigger[];

const whole = (most: number) =>
  field(z.int().min(1).max(most).optional(), { kind: "integer", width: "third" });

/** A consequence as it is typed; its kind stays, since what it sets going hangs on it. */
export const consequenceContent = z.strictObject({
  ...head,
  ...setTitle,
  triggers: field(z.array(z.enum(consequenceTriggers)).max(20).optional(), {
    kind: "multiSelect",
    options: "triggers",
    width: "full",
  }),
  months: whole(240),
  appealDays: whole(120),
  validTo: field(daySchema.optional(), { kind: "date", width: "third" }),
});
export type ConsequenceContent = z.output<typeof consequenceContent>;

export const administrators = [
  "science",
  "commerce",
  "tax",
  "finance",
  "market_regulation",
] as const;

const amount = field(yuanSchema.optional(), { kind: "money", width: "third" });

/** An incentive as it is typed; its link stays. Amounts in yuan, the rate in percent. */
export const incentiveContent = z.strictObject({
  ...head,
  ...setTitle,
  administeredBy: field(z.enum(administrators).optional(), { kind: "select", width: "half" }),
  ratePercent: field(
    z
      .string()
      .regex(/^\d{1,3}(\.\d{1,2})?$/)
      .optional(),
    { kind: "percent", width: "third" },
  ),
  cap: amount,
  budget: amount,
  guidanceZh: long(300),
  guidanceEn: long(400),
  validTo: field(daySchema.optional(), { kind: "date", width: "third" }),
});
export type IncentiveContent = z.output<typeof incentiveContent>;

/** What is typed, with the family that says how to read it. */
export type TypedRule =
  | { family: "scoring"; content: ScoringContent }
  | { family: "indicators"; content: IndicatorsContent }
  | { family: "consequence"; content: ConsequenceContent }
  | { family: "incentive"; content: IncentiveContent };

/** Reads what a draft holds; throws where it is no such rule. */
export function readTyped(family: string, content: unknown): TypedRule {
  switch (family) {
    case "scoring":
      return { family, content: scoringContent.parse(content) };
    case "indicators":
      return { family, content: indicatorsContent.parse(content) };
    case "consequence":
      return { family, content: consequenceContent.parse(content) };
    case "incentive":
      return { family, content: incentiveContent.parse(content) };
    default:
      throw new Error(`no family of rules is called ${family}`);
  }
}

const hiddenId = field(z.uuid(), { kind: "hidden" });
const onDraft = z.strictObject({ draftId: hiddenId, version: rowVersion() });

export const beginDraftInput = z.strictObject({
  family: field(z.enum(ruleFamilies), { kind: "hidden" }),
  code: field(z.string().trim().min(1).max(60), { kind: "hidden" }),
  baseVersion: rowVersion(),
});
export const saveScoringInput = onDraft.extend({ content: scoringContent });
export const saveIndicatorsInput = onDraft.extend({ content: indicatorsContent });
export const saveConsequenceInput = onDraft.extend({ content: consequenceContent });
export const saveIncentiveInput = onDraft.extend({ content: incentiveContent });
export const submitDraftInput = onDraft;
export const publishDraftInput = onDraft;
export const discardDraftInput = onDraft;
export const returnDraftInput = onDraft.extend({
  reason: field(z.string().trim().min(1).max(1000), { kind: "longText", width: "full", lines: 4 }),
});
