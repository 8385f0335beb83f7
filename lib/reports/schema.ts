import { z } from "zod";
import { reportAnswers } from "@/lib/absorption/schema";
import { trackingContent } from "@/lib/evaluation/schema";
import { field, rowVersion } from "@/lib/kernel/field";
import { questionsOf, type ReportKind } from "./rules";

const hiddenId = () => field(z.uuid(), { kind: "hidden" });
const version = rowVersion();
const longText = field(z.string().trim().min(1).max(1000), { kind: "longText", width: "full" });
const optionalText = field(z.string().trim().max(1000).optional(), {
  kind: "longText",
  width: "full",
});

const annual = reportAnswers.partial().shape;
const tracking = trackingContent.partial().shape;
const shapes: Readonly<Record<ReportKind, z.ZodRawShape>> = { annual, tracking };
const unchanged = field(z.boolean().optional(), { kind: "checkbox", width: "full" });

/** What can be typed on one report of the form, of either kind; a draft may lack anything. */
const yearlyAnswers = z.strictObject({ unchanged, ...annual, ...tracking });

/** The draft of a form: what was typed, by report. */
export const yearlyDraft = z.record(z.uuid(), yearlyAnswers);
export type YearlyDraft = z.output<typeof yearlyDraft>;

export interface AskedOf {
  kind: ReportKind;
  lightProfile: boolean;
  /** Is there a last report, so that "no change" says something? */
  hasPrevious: boolean;
}

/** The questions on one report as a schema, from which its part of the form is drawn. */
export function answersSchema({ kind, lightProfile, hasPrevious }: AskedOf) {
  const asked = questionsOf(kind, lightProfile).flatMap((name) => {
    const question = shapes[kind][name];
    return question ? [[name, question] as const] : [];
  });
  const shape: z.ZodRawShape = {
    ...(hasPrevious ? { unchanged } : {}),
    ...Object.fromEntries(asked),
  };
  return z.strictObject(shape);
}

const target = z.strictObject({ yearlyFormId: hiddenId(), version });

export const saveYearlyFormInput = target.extend({ content: yearlyDraft });
export const submitYearlyFormInput = target;

/** The reports as whoever decides has seen them. */
const seen = field(
  z
    .array(z.strictObject({ reportId: z.uuid(), version: rowVersion() }))
    .min(1)
    .max(300),
  { kind: "hidden" },
);
const onSeen = z.strictObject({ yearlyFormId: hiddenId(), reports: seen });

export const confirmYearlyFormInput = onSeen.extend({ opinion: optionalText });
export const returnYearlyFormInput = onSeen.extend({ reason: longText });
export const closeYearlyFormInput = onSeen;

/** 催办: which units are reminded of the year's form. */
export const remindUnitsInput = z.strictObject({
  yearlyFormIds: field(z.array(z.uuid()).min(1).max(300), { kind: "hidden" }),
});
