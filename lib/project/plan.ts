import { z } from "zod";

/** A calendar day, 'YYYY-MM-DD', Asia/Shanghai. */
export const daySchema = z.iso.date();

/** Yuan as exact decimal text with at most two decimals. */
export const yuanSchema = z.string().regex(/^\d{1,14}(\.\d{1,2})?$/, "not an amount");

/** A decimal figure as exact text. */
export const decimalSchema = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/, "not a figure");

/** A key technology of the contract with the planned end of each link of its ledger. */
export const technologyPlan = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** Share of the project's technology, 0–1; the weights of a project add to 1. */
  weight: z.number().gt(0).max(1),
  main: z.boolean(),
  trlScaleId: z.string().min(1).max(40),
  trlStart: z.int().min(0).max(13).nullable(),
  pointsTotal: z.int().min(0).max(10_000).nullable(),
  importBy: daySchema,
  digestBy: daySchema,
  absorbBy: daySchema,
  reinnovateBy: daySchema,
});

/** A target on one indicator of the project's set; name, kind and weight come from the set. */
export const targetPlan = z.strictObject({
  indicatorCode: z.string().min(1).max(20),
  value: z.string().trim().min(1).max(60),
  core: z.boolean(),
});

export const tranchePlan = z.strictObject({
  condition: z.string().trim().min(1).max(200),
  amount: yuanSchema,
  plannedOn: daySchema.nullable(),
});

export const milestonePlan = z.strictObject({
  name: z.string().trim().min(1).max(200),
  plannedOn: daySchema,
});

/** What a project undertakes: the part that proposal, contract and registration share. */
export const undertakingPlan = z.strictObject({
  technologies: z.array(technologyPlan).max(30),
  targets: z.array(targetPlan).max(60),
  milestones: z.array(milestonePlan).max(60),
  tranches: z.array(tranchePlan).max(20),
});

export type UndertakingPlan = z.output<typeof undertakingPlan>;
export type TargetPlan = z.output<typeof targetPlan>;
