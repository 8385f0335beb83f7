import { compare, decimalOf, parseDecimal } from "@/lib/kernel/fraction";
import { isAchievement } from "../scored";
import { levels, type ScoringRule } from "../scoring/rule";
import type { IndicatorKind } from "../scoring/types";
import { weightProblems } from "../scoring/weights";
import { isOver, plain, problem, type RuleProblem, sumOf } from "./numbers";
import type { IndicatorLine, IndicatorsContent } from "./schema";

/** A line with its first level. */
type Line = IndicatorLine & { level1: string };

/** First levels in the order of the official forms; what is stored as JSON keeps none. */
const inOrder: readonly string[] = [
  "decision",
  "process",
  "execution",
  "output",
  "benefit",
  "satisfaction",
  "bringing",
  "transfer",
  "aftermath",
];

/** The first levels of a set in their order. */
export const levelsOf = ({ levels: given }: IndicatorsContent): string[] =>
  Object.keys(given).sort((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b));

/** The lines of a set in their order. */
export const linesOf = (content: IndicatorsContent): Line[] =>
  levelsOf(content).flatMap((level1) =>
    (content.levels[level1] ?? []).map((row) => ({ ...row, level1 })),
  );

/**
 * What is wrong with a set: names and targets that are missing, weights that don't add to what the
 * scoring rules give their first level (domain.md §3.1), or, in a set of its own levels, to 100.
 */
export function indicatorProblems(
  content: IndicatorsContent,
  purpose: string,
  rule: ScoringRule,
): RuleProblem[] {
  const lines = linesOf(content);
  return [
    ...(content.titleZh && content.titleEn ? [] : [problem("title_missing")]),
    ...lines.flatMap((line, at) => lineProblems(line, at)),
    ...(purpose === "project" ? projectWeights(lines, rule) : ownWeights(lines, purpose)),
  ];
}

function lineProblems(line: Line, at: number): RuleProblem[] {
  const params = { indicator: line.code || `${at + 1}` };
  const { kind, unit, zh, en, level2, code } = line;
  const missing = [code, zh, en, level2, kind, unit].some((value) => !value);
  return [
    ...(missing ? [problem("indicator_incomplete", params)] : []),
    ...(kind && targetIsWrong(kind, line) ? [problem("target_unreadable", params)] : []),
    ...((kind === "qualitative") === (unit === "band") ? [] : [problem("unit_of_band", params)]),
  ];
}

/** A figure, or a band where it is judged; without one the project's budget is the target. */
function targetIsWrong(kind: IndicatorKind, { defaultTarget, unit }: Line): boolean {
  if (kind === "qualitative") return !isAchievement(defaultTarget ?? null);
  if (defaultTarget === undefined) return unit !== "wan_yuan";
  return parseDecimal(defaultTarget) === null;
}

function projectWeights(lines: readonly Line[], rule: ScoringRule): RuleProblem[] {
  const weighted = lines.flatMap(({ code, level1, level2, kind, weight }) => {
    const level = levels.find((each) => each === level1);
    return level && kind
      ? [{ code: code ?? "", level1: level, level2: level2 ?? "", kind, weight: weight ?? "" }]
      : [];
  });
  return [...weightProblems(rule, weighted)];
}

const floor = decimalOf("60");

function ownWeights(lines: readonly Line[], purpose: string): RuleProblem[] {
  const sum = sumOf(lines.map(({ weight }) => weight));
  if (sum === null) return [problem("weight_missing")];
  const effect = sumOf(lines.filter(({ level1 }) => isEffect(level1)).map(({ weight }) => weight));
  const low = purpose === "department" && effect !== null && isOver(floor, effect);
  return [
    ...(compare(sum, decimalOf("100")) === 0
      ? []
      : [problem("levels_sum", { actual: plain(sum) })]),
    ...(low ? [problem("output_benefit_floor", { actual: plain(effect) })] : []),
  ];
}

const isEffect = (level: string): boolean => level === "output" || level === "benefit";
