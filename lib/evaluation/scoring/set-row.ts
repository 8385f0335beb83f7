import type { IndicatorKind } from "./types";

/** An indicator of a set that doesn't measure single projects: its levels are its own. */
export interface SetRow {
  code: string;
  level1: string;
  level2: string;
  zh: string;
  en: string;
  kind: IndicatorKind;
  unit: string;
  weight: string;
  defaultTarget: string | null;
}

/** The columns that hold such a line. */
export const setRowSelect = {
  code: true,
  level1: true,
  level2: true,
  zh: true,
  en: true,
  kind: true,
  unit: true,
  weight: true,
  defaultTarget: true,
} as const;

type Rest = readonly [
  kind: IndicatorKind,
  unit: string,
  defaultTarget: string | null,
  weight: string,
];

/** One line of such a set. */
export const setRow = (
  code: string,
  [level1, level2]: readonly [string, string],
  [zh, en]: readonly [string, string],
  [kind, unit, defaultTarget, weight]: Rest,
): SetRow => ({ code, level1, level2, zh, en, kind, unit, weight, defaultTarget });
