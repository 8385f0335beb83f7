import { z } from "zod";
import { field } from "@/lib/kernel/field";
import { yuanSchema } from "@/lib/project/plan";

/** Outcomes that a follow-up report tells one by one, each with its own title. */
export const namedOutcomeKinds = [
  "patent_used",
  "prize",
  "cooperation",
  "policy_use",
  "upper_project",
] as const;

/** Levels of a later project that this one grew into. */
export const upperLevels = ["provincial", "national"] as const;

/** One outcome by name: a patent in use, a prize, a later provincial or national project … */
export const outcomeRow = z.strictObject({
  kind: field(z.enum(namedOutcomeKinds), { kind: "select", width: "third" }),
  title: field(z.string().trim().min(1).max(200), { width: "full" }),
  number: field(z.string().trim().max(80).optional(), { width: "third" }),
  level: field(z.enum(upperLevels).optional(), {
    kind: "select",
    width: "third",
    showWhen: { field: "kind", in: ["upper_project"] },
  }),
  amount: field(yuanSchema.optional(), {
    kind: "money",
    width: "third",
    showWhen: { field: "kind", in: ["upper_project", "patent_used", "cooperation", "prize"] },
  }),
});
export type OutcomeInput = z.output<typeof outcomeRow>;

export const outcomesField = field(z.array(outcomeRow).max(60).optional(), {
  kind: "rows",
  width: "full",
});
