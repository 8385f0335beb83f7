import type { Tx } from "@/lib/db/client";
import { carrierIndicatorSet } from "@/lib/evaluation/carriers/default-indicator-set";
import { departmentIndicatorSet } from "@/lib/evaluation/rollup/department-indicator-set";
import { defaultIndicatorSet } from "@/lib/evaluation/scoring/default-indicator-set";
import type { IndicatorKind } from "@/lib/evaluation/scoring/types";
import { newId } from "@/lib/kernel/ids";

/** What a set measures: projects, a budget item as its department evaluates it, or carriers. */
type Purpose = "project" | "department" | "carrier";

interface StartingSet {
  purpose: Purpose;
  code: string;
  version: number;
  title: { zh: string; en: string };
  indicators: readonly {
    code: string;
    level1: string;
    level2: string;
    zh: string;
    en: string;
    kind: IndicatorKind;
    unit: string;
    weight: string;
    defaultTarget: string | null;
    dimensions?: readonly string[];
  }[];
}

/** The sets that an installation starts with; a later version is a new row. */
export const startingSets: readonly StartingSet[] = [
  { ...defaultIndicatorSet, purpose: "project" },
  { ...departmentIndicatorSet, purpose: "department" },
  { ...carrierIndicatorSet, purpose: "carrier" },
];

/** Loads a set with its rows, unless this version is there already. */
export async function loadIndicatorSet(tx: Tx, set: StartingSet, publishedAt: Date): Promise<void> {
  const { purpose, code, version, title, indicators } = set;
  const known = await tx.indicatorSet.count({ where: { code, version } });
  if (known > 0) return;
  const { id } = await tx.indicatorSet.create({
    data: { id: newId(), purpose, code, version, title, publishedAt },
    select: { id: true },
  });
  await tx.indicator.createMany({
    data: indicators.map(({ dimensions, ...row }, at) => ({
      id: newId(),
      indicatorSetId: id,
      position: at + 1,
      ...row,
      direction: directionOf(row.kind),
      dimensions: [...(dimensions ?? [])],
    })),
  });
}

function directionOf(kind: IndicatorKind): string {
  if (kind === "at_most") return "lower";
  return kind === "equal" ? "equal" : "higher";
}
