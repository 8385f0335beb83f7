import { z } from "zod";
import { field } from "@/lib/kernel/field";

/** A calendar day, 'YYYY-MM-DD', Asia/Shanghai. */
export const daySchema = z.iso.date();

/** Yuan as exact decimal text with at most two decimals. */
export const yuanSchema = field(z.string().regex(/^\d{1,14}(\.\d{1,2})?$/, "not an amount"), {
  kind: "money",
});

/** A decimal figure as exact text. */
export const decimalSchema = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/, "not a figure");

const plannedCost = field(yuanSchema.optional(), { kind: "money", width: "third" });

/** A key technology of the contract with the planned end of each link of its ledger. */
export const technologyPlan = z.strictObject({
  name: field(z.string().trim().min(1).max(200), { kind: "text", width: "full" }),
  /** Share of the project's technology, 0–1; the weights of a project add to 1. */
  weight: field(z.number().gt(0).max(1), { kind: "decimal", width: "third" }),
  main: field(z.boolean(), { kind: "checkbox", width: "third" }),
  trlScaleId: field(z.string().min(1).max(40), {
    kind: "select",
    options: "trl_scale",
    width: "third",
  }),
  trlStart: field(z.int().min(0).max(13).nullable(), { kind: "integer", width: "third" }),
  pointsTotal: field(z.int().min(0).max(10_000).nullable(), { kind: "integer", width: "third" }),
  importBy: daySchema,
  digestBy: daySchema,
  absorbBy: daySchema,
  reinnovateBy: daySchema,
  /** What is planned to be spent on each link, in yuan. */
  importCost: plannedCost,
  digestCost: plannedCost,
  absorbCost: plannedCost,
  reinnovateCost: plannedCost,
});

/** A target on one indicator of the project's set; name, kind and weight come from the set. */
export const targetPlan = z.strictObject({
  indicatorCode: field(z.string().min(1).max(20), { kind: "select", options: "indicators" }),
  value: field(z.string().trim().min(1).max(60), { kind: "text", width: "third" }),
  core: z.boolean(),
});

/** What a tranche can wait for, beside its date. */
export const trancheGates = ["none", "mid_term", "acceptance"] as const;

export const tranchePlan = z.strictObject({
  condition: field(z.string().trim().min(1).max(200), { kind: "text" }),
  amount: yuanSchema,
  plannedOn: daySchema.nullable(),
  /** What must be passed before it is issued. */
  gate: field(z.enum(trancheGates).optional(), { kind: "select", width: "third" }),
  /** Kept back until the end (保留款). */
  retention: field(z.boolean().optional(), { kind: "checkbox", width: "third" }),
});

export const milestonePlan = z.strictObject({
  name: field(z.string().trim().min(1).max(200), { kind: "text" }),
  plannedOn: daySchema,
});

/** What a project undertakes: the part that proposal, contract and registration share. */
export const undertakingPlan = z.strictObject({
  technologies: field(z.array(technologyPlan).max(30), { kind: "rows" }),
  targets: z.array(targetPlan).max(60),
  milestones: z.array(milestonePlan).max(60),
  tranches: z.array(tranchePlan).max(20),
});

export type UndertakingPlan = z.output<typeof undertakingPlan>;
export type TargetPlan = z.output<typeof targetPlan>;
