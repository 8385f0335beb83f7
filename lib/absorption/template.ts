import { z } from "zod";
import { linkIds } from "./links";

/** What a measurable criterion asks of the ledger itself; `figure` is in the figure's own unit. */
const thresholdSchema = z.strictObject({
  /** Mastery of the technology, 0–4. */
  mastery: z.int().min(0).max(4).optional(),
  /** Only for technologies marked as main. */
  mainOnly: z.boolean().optional(),
  figure: z.strictObject({ code: z.string().max(40), atLeast: z.number() }).optional(),
  /** Readiness by scale; scales that are not named ask nothing. */
  trl: z.record(z.string().max(40), z.int().min(0).max(13)).optional(),
});

const criterionSchema = z.strictObject({
  code: z.string().min(1).max(40),
  zh: z.string().min(1).max(200),
  en: z.string().min(1).max(200),
  threshold: thresholdSchema.optional(),
});

const figureSchema = z.strictObject({
  code: z.string().min(1).max(40),
  zh: z.string().min(1).max(100),
  en: z.string().min(1).max(100),
  unit: z.string().min(1).max(20),
  /** `ratio` = numerator ÷ denominator × 100, `complement` = 100 less that ratio. */
  formula: z.enum(["value", "ratio", "complement"]),
});

/** The definition of a ledger template: exit criteria (all needed) and figures of each link. */
export const ledgerTemplateDefinition = z.strictObject({
  links: z
    .array(
      z.strictObject({
        link: z.enum(linkIds),
        criteria: z.array(criterionSchema).min(1).max(20),
        figures: z.array(figureSchema).max(20),
      }),
    )
    .length(linkIds.length),
});

export type LedgerTemplateDefinition = z.output<typeof ledgerTemplateDefinition>;
export type Criterion = z.output<typeof criterionSchema>;
export type FigureDefinition = z.output<typeof figureSchema>;
export type LinkTemplate = LedgerTemplateDefinition["links"][number];

/** The part of a stored template that belongs to one link; throws on a definition that is none. */
export function linkTemplate(definition: unknown, link: string): LinkTemplate {
  const found = ledgerTemplateDefinition.parse(definition).links.find((row) => row.link === link);
  if (!found) throw new Error(`the template has no link ${link}`);
  return found;
}
