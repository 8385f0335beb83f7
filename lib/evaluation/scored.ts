import type { Prisma } from "@/lib/generated/prisma/client";
import { wanYuanField } from "@/lib/kernel/money";
import { type Achievement, achievements, type Level, levels } from "./scoring/rule";
import { type IndicatorKind, indicatorKinds, type ScoredIndicator } from "./scoring/types";

/** What the engine needs of a frozen target. */
export const targetSelect = {
  id: true,
  indicatorCode: true,
  position: true,
  level1: true,
  level2: true,
  zh: true,
  en: true,
  kind: true,
  unit: true,
  value: true,
  numerator: true,
  denominator: true,
  weight: true,
  core: true,
  dimensions: true,
} as const satisfies Prisma.TargetSelect;

export type TargetRow = Prisma.TargetGetPayload<{ select: typeof targetSelect }>;

const isKind = (text: string): text is IndicatorKind =>
  indicatorKinds.some((kind) => kind === text);
const isLevel = (text: string): text is Level => levels.some((level) => level === text);

/** Is this text one of the bands of a qualitative indicator? */
export const isAchievement = (text: string | null): text is Achievement =>
  achievements.some((achievement) => achievement === text);

/** A frozen target as the engine reads it; `value` replaces its own, e.g. by the adjusted budget. */
export function scoredIndicator(target: TargetRow, value = target.value): ScoredIndicator {
  if (!isKind(target.kind) || !isLevel(target.level1)) {
    throw new Error(`target ${target.id} has no known kind or level`);
  }
  return {
    code: target.indicatorCode,
    level1: target.level1,
    level2: target.level2,
    kind: target.kind,
    unit: target.unit,
    weight: target.weight.toString(),
    target: target.kind === "qualitative" ? null : { value },
    core: target.core,
    dimensions: target.dimensions,
  };
}

/** Yuan of the database as plain 万元 text. */
export const inWanYuan = (yuan: Prisma.Decimal): string => wanYuanField(yuan.toFixed(2));
