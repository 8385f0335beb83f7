import { parseDecimal } from "@/lib/kernel/fraction";
import type { TargetPlan } from "@/lib/project/plan";
import { achievements } from "./scoring/rule";

/** What a target depends on in its indicator. */
export interface TargetSource {
  code: string;
  kind: string;
  defaultTarget: string | null;
}

export interface TargetProblem {
  at: number;
  field: "indicatorCode" | "value";
  code: "indicator_unknown" | "indicator_repeated" | "target_not_a_figure" | "target_not_a_band";
}

/** Which planned targets name no indicator of the set, repeat one, or hold no value of its kind. */
export function targetProblems(
  indicators: readonly TargetSource[],
  targets: readonly TargetPlan[],
): TargetProblem[] {
  const kinds = new Map(indicators.map(({ code, kind }) => [code, kind]));
  return targets.flatMap(({ indicatorCode, value }, at): TargetProblem[] => {
    const kind = kinds.get(indicatorCode);
    if (kind === undefined) return [{ at, field: "indicatorCode", code: "indicator_unknown" }];
    const first = targets.findIndex((other) => other.indicatorCode === indicatorCode);
    if (first < at) return [{ at, field: "indicatorCode", code: "indicator_repeated" }];
    if (kind === "qualitative") {
      const known = achievements.some((achievement) => achievement === value);
      return known ? [] : [{ at, field: "value", code: "target_not_a_band" }];
    }
    const figure = parseDecimal(value);
    return figure && figure.n >= 0n ? [] : [{ at, field: "value", code: "target_not_a_figure" }];
  });
}

/**
 * The value that is frozen: the planned one, else the indicator's default, else the project's
 * budget. Budget execution always has the budget as its target.
 */
export function targetValue(
  indicator: TargetSource,
  planned: TargetPlan | undefined,
  budget: string,
): string {
  if (indicator.kind === "budget_execution") return budget;
  return planned?.value ?? indicator.defaultTarget ?? budget;
}
