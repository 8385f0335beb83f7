import { linesOf } from "./check-indicators";
import type { TypedRule } from "./schema";

/** One value that differs between two versions; null where a version doesn't have it. */
export interface RuleDifference {
  /** The row's key (an indicator's code, a grade, a band) or null, and the field. */
  row: string | null;
  field: string;
  was: string | null;
  is: string | null;
}

/** What every version says of itself: shown apart, not as a difference. */
const ofTheVersion = ["validFrom", "note"];

/** What a draft changes, value by value, in the order of the form. */
export function differences(before: TypedRule, after: TypedRule): RuleDifference[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys.flatMap((key) => {
    const [old, now] = [was.get(key) ?? null, is.get(key) ?? null];
    const at = key.indexOf("\n");
    return old === now
      ? []
      : [{ row: key.slice(0, at) || null, field: key.slice(at + 1), was: old, is: now }];
  });
}

type Leaf = readonly [row: string, field: string, value: unknown];

function leavesOf(typed: TypedRule): ReadonlyMap<string, string> {
  return new Map(
    leaves(typed).flatMap(([row, field, value]) =>
      value === undefined ||
      value === "" ||
      (Array.isArray(value) && value.length === 0) ||
      ofTheVersion.includes(field)
        ? []
        : [[`${row}\n${field}`, Array.isArray(value) ? value.join(", ") : String(value)] as const],
    ),
  );
}

function leaves(typed: TypedRule): Leaf[] {
  switch (typed.family) {
    case "scoring":
      return scoringLeaves(typed.content);
    case "indicators":
      return indicatorLeaves(typed.content);
    default:
      return Object.entries(typed.content).map(([field, value]) => ["", field, value]);
  }
}

/** The document that brought a version about is not what the rules say. */
function scoringLeaves(content: Extract<TypedRule, { family: "scoring" }>["content"]): Leaf[] {
  return [
    ...Object.entries(content.levels).map(([level, value]): Leaf => [level, "level", value]),
    ...content.grades.map(({ grade, from }): Leaf => [grade, "gradeFrom", from]),
    ...content.bands.flatMap(({ achievement, from, to }): Leaf[] => [
      [achievement, "bandFrom", from],
      [achievement, "bandTo", to],
    ]),
    ["", "reverse", content.reverse],
    ["", "overAchievement", content.overAchievement],
    ["", "deductions", content.deductions.map(({ percent }) => percent ?? "")],
  ];
}

function indicatorLeaves(content: Extract<TypedRule, { family: "indicators" }>["content"]): Leaf[] {
  return [
    ["", "titleZh", content.titleZh],
    ["", "titleEn", content.titleEn],
    ...linesOf(content).flatMap(({ code = "", dimensions = [], ...line }) =>
      Object.entries({ ...line, dimensions }).map(([field, value]): Leaf => [code, field, value]),
    ),
  ];
}
