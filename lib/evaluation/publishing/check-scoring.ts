import { compare, decimalOf, fraction } from "@/lib/kernel/fraction";
import { achievements, grades } from "../scoring/rule";
import { isOver, numberOf, plain, problem, type RuleProblem, sumOf } from "./numbers";
import type { ScoringContent } from "./schema";

const full = decimalOf("100");
/** Budget execution's share, and the least that output and benefit have together (domain.md §3.1). */
const executionShare = decimalOf("10");
const outputAndBenefit = decimalOf("60");

/** What is wrong with scoring rules (domain.md §3.1 and §3.2): shares, grades, bands, deductions. */
export function scoringProblems(content: ScoringContent): RuleProblem[] {
  return [
    ...levelProblems(content.levels),
    ...gradeProblems(content.grades),
    ...bandProblems(content.bands),
    ...deductionProblems(content.deductions),
    ...(content.reverse === undefined ? [problem("reverse_missing")] : []),
    ...(isOver(numberOf(content.overAchievement), fraction(1n))
      ? []
      : [problem("over_achievement_low")]),
  ];
}

function levelProblems(levels: ScoringContent["levels"]): RuleProblem[] {
  const sum = sumOf([levels.execution, levels.output, levels.benefit, levels.satisfaction]);
  if (sum === null) return [problem("level_missing")];
  const effect = sumOf([levels.output, levels.benefit]) ?? full;
  return [
    ...(compare(sum, full) === 0 ? [] : [problem("levels_sum", { actual: plain(sum) })]),
    ...(compare(numberOf(levels.execution), executionShare) === 0
      ? []
      : [problem("execution_share")]),
    ...(isOver(outputAndBenefit, effect)
      ? [problem("output_benefit_floor", { actual: plain(effect) })]
      : []),
  ];
}

/** Lower bounds fall from grade to grade, and the last begins at 0. */
function gradeProblems(rows: ScoringContent["grades"]): RuleProblem[] {
  const bounds = grades.map((grade) => rows.find((row) => row.grade === grade)?.from);
  if (sumOf(bounds) === null || rows.length !== grades.length) return [problem("grade_missing")];
  const numbers = bounds.map(numberOf);
  const falls = numbers.every((value, at) => {
    const before = numbers[at - 1];
    return before === undefined ? !isOver(value, full) : isOver(before, value);
  });
  const last = numbers.at(-1) ?? full;
  return [
    ...(falls ? [] : [problem("grades_order")]),
    ...(isOver(last, fraction(0n)) ? [problem("grades_floor")] : []),
  ];
}

/** The bands of qualitative indicators lie one below the other, without overlap or gap, from 100 to 0. */
function bandProblems(rows: ScoringContent["bands"]): RuleProblem[] {
  const bands = achievements.map((achievement) =>
    rows.find((row) => row.achievement === achievement),
  );
  const known = bands.flatMap((band) =>
    band?.from !== undefined && band.to !== undefined
      ? [{ from: numberOf(band.from), to: numberOf(band.to), name: band.achievement }]
      : [],
  );
  if (known.length !== achievements.length || rows.length !== achievements.length) {
    return [problem("band_missing")];
  }
  return known.flatMap(({ from, to, name }, at) => {
    const upper = known[at - 1]?.from ?? full;
    const order = isOver(to, from) ? [] : [problem("band_order", { band: name })];
    const side = compare(to, upper);
    const joins =
      side === 0 ? [] : [problem(side > 0 ? "bands_overlap" : "bands_gap", { band: name })];
    const isLast = at === known.length - 1 && isOver(from, fraction(0n));
    return [...order, ...joins, ...(isLast ? [problem("bands_floor")] : [])];
  });
}

/** Steps that a reviewer may take off: 0 among them, each once, rising. */
function deductionProblems(rows: ScoringContent["deductions"]): RuleProblem[] {
  const steps = rows.map(({ percent }) => percent ?? -1);
  const rising = steps.every((step, at) => step > (steps[at - 1] ?? -1));
  return rising && steps[0] === 0 ? [] : [problem("deduction_steps")];
}
