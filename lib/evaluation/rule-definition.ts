import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict } from "@/lib/kernel/errors";
import type { ProjectRecord } from "@/lib/project/load";
import {
  achievements,
  grades,
  type ReverseVariant,
  reverseVariants,
  type ScoringRule,
} from "./scoring/rule";

const decimalText = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/);

/** A version of the scoring rules as it is stored; code and version stand in the row's own columns. */
export const ruleDefinition = z.object({
  places: z.int().min(0).max(4),
  reverse: z.enum(reverseVariants),
  overAchievement: decimalText,
  deductions: z.array(z.int().min(0).max(100)).max(20),
  bands: z
    .array(
      z.object({
        achievement: z.enum(achievements),
        from: decimalText,
        to: decimalText,
        toIncluded: z.boolean(),
      }),
    )
    .max(10),
  grades: z.array(z.object({ grade: z.enum(grades), from: decimalText })).max(10),
  levels: z.object({
    execution: decimalText,
    output: decimalText,
    benefit: decimalText,
    satisfaction: decimalText,
  }),
});

const ruleSelect = { id: true, code: true, version: true, definition: true } as const;

/** The rules with the row that holds them. */
export interface StoredRule {
  id: string;
  rule: ScoringRule;
}

interface RuleRow {
  id: string;
  code: string;
  version: number;
  definition: unknown;
}

const toStored = ({ id, code, version, definition }: RuleRow): StoredRule => ({
  id,
  rule: { ...ruleDefinition.parse(definition), code, version },
});

const isVariant = (text: string): text is ReverseVariant =>
  reverseVariants.some((variant) => variant === text);

/** The rules with the reverse variant that a budget item or an earlier opening settled, if any. */
const withVariant = (stored: StoredRule, variant: string | null | undefined): StoredRule =>
  variant && isVariant(variant)
    ? { ...stored, rule: { ...stored.rule, reverse: variant } }
    : stored;

/**
 * The rules that a project is evaluated by: its own, else the newest in force; 409 without any. How
 * missed upper limits fall is its budget item's setting (domain.md §3.2).
 */
export async function ruleFor(
  tx: Tx,
  project: Pick<ProjectRecord, "id" | "evaluationRuleId">,
  now: Date,
): Promise<StoredRule> {
  const row = await firstRule(
    tx,
    project.evaluationRuleId ? { id: project.evaluationRuleId } : { validFrom: { lte: now } },
  );
  return withVariant(toStored(row), await variantOf(tx, project.id));
}

/** The newest rules in force, for a budget item as a whole or a carrier; 409 without any. */
export async function newestRule(tx: Tx, now: Date, variant: string | null): Promise<StoredRule> {
  return withVariant(toStored(await firstRule(tx, { validFrom: { lte: now } })), variant);
}

async function firstRule(tx: Tx, where: Prisma.EvaluationRuleWhereInput): Promise<RuleRow> {
  const row = await tx.evaluationRule.findFirst({
    where,
    orderBy: [{ validFrom: "desc" }, { version: "desc" }],
    select: ruleSelect,
  });
  if (row === null) throw conflict("evaluation_rule_missing");
  return row;
}

/** The variant of the budget item that pays a project, by itself or by its call. */
async function variantOf(tx: Tx, projectId: string): Promise<string | undefined> {
  const item = { select: { reverseVariant: true } } as const;
  const row = await tx.project.findUnique({
    where: { id: projectId },
    select: { budgetItem: item, call: { select: { budgetItem: item } } },
  });
  return (row?.budgetItem ?? row?.call?.budgetItem)?.reverseVariant;
}

/** One version of the rules by its row, with the variant that an evaluation was opened with. */
export async function ruleById(tx: Tx, id: string, variant: string | null): Promise<StoredRule> {
  const row = await tx.evaluationRule.findUniqueOrThrow({ where: { id }, select: ruleSelect });
  return withVariant(toStored(row), variant);
}
