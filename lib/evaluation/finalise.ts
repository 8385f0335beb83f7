import type { CommandContext } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { personId } from "./acceptance";
import {
  engineLine,
  evaluationIn,
  indicatorsOf,
  type LoadedEvaluation,
  writeEvaluation,
} from "./evaluation";
import { type FrozenEvaluation, resultFigures } from "./frozen";
import { hashOf } from "./hash";
import { score } from "./scoring/engine";

/** All that the score of an evaluation depends on, as its rows hold it now. */
export function frozenContent(evaluation: LoadedEvaluation): FrozenEvaluation {
  const { rule } = evaluation.stored;
  const indicators = indicatorsOf(evaluation).map((indicator) => ({
    ...indicator,
    core: indicator.core ?? false,
    dimensions: [...(indicator.dimensions ?? [])],
  }));
  const lines = evaluation.evaluationLines.map((row) => {
    const line = engineLine(row, row.auditedValue, row.score);
    return {
      code: line.code,
      actual: line.actual ?? null,
      achievement: line.achievement ?? null,
      score: line.score ?? null,
      deductionPercent: line.deductionPercent ?? 0,
      deductionReason: line.deductionReason ?? null,
      cause: line.cause ?? null,
      reason: line.reason ?? null,
      improvement: line.improvement ?? null,
      notApplicable: line.notApplicable ?? false,
      notApplicableConsent: line.notApplicableConsent ?? false,
    };
  });
  return {
    formulaVersion: evaluation.formulaVersion,
    baselineVersion: evaluation.baselineVersion,
    rule: {
      ...rule,
      deductions: [...rule.deductions],
      bands: rule.bands.map((band) => ({ ...band })),
      grades: rule.grades.map((grade) => ({ ...grade })),
    },
    money: { budget: evaluation.budget.toFixed(2), spent: evaluation.spent.toFixed(2) },
    indicators,
    lines,
    result: resultFigures(score(rule, indicators, lines)),
  };
}

/**
 * Makes the audited evaluation final: freezes data, weights, formula and baseline version with
 * their hash, and answers what the project keeps of it. 409 where it can't be scored.
 */
export async function finaliseEvaluation(
  context: Pick<CommandContext, "tx" | "actor" | "now">,
  projectId: string,
) {
  const evaluation = await evaluationIn(context.tx, projectId, ["audited"]);
  const frozen = frozenContent(evaluation);
  if (frozen.result.total === "" || frozen.result.grade === "") throw conflict("score_audited");
  const frozenHash = hashOf(frozen);
  const { total, grade, subtotals } = frozen.result;
  await writeEvaluation(context.tx, evaluation, {
    status: "final",
    total,
    grade,
    subtotals,
    finalById: personId(context),
    finalByName: context.actor.name,
    finalAt: context.now,
    frozen,
    frozenHash,
  });
  return { evaluationId: evaluation.id, total, grade, frozenHash };
}
