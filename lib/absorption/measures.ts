import {
  add,
  compare,
  decimalOf,
  divide,
  fraction,
  lesser,
  multiply,
  subtract,
  toFixed,
  toNumber,
  total,
  zero,
} from "@/lib/kernel/fraction";

/** Mastery of a key technology: 0 none, 1 operate, 2 reproduce, 3 improve, 4 own design. */
export const masteryLevels = [0, 1, 2, 3, 4] as const;
const highestMastery = fraction(4n);

const masteryOf = (mastery: number) => {
  if (!masteryLevels.some((level) => level === mastery))
    throw new RangeError("Mastery is a whole number from 0 to 4");
  return fraction(BigInt(mastery));
};

/**
 * Mastery index AI = Σ w·m ÷ 4, from 0 to 1 (domain.md §2.1). Weights are decimal text and count in
 * proportion to their sum. Null without technologies or weights; throws RangeError on other marks.
 */
export function masteryIndex(
  technologies: readonly { weight: string; mastery: number }[],
): number | null {
  const rows = technologies.map((row) => ({
    weight: decimalOf(row.weight),
    mastery: masteryOf(row.mastery),
  }));
  const weights = total(rows.map((row) => row.weight));
  if (compare(weights, zero) <= 0) return null;
  const mastered = total(rows.map((row) => multiply(row.weight, row.mastery)));
  return toNumber(divide(mastered, multiply(weights, highestMastery)));
}

/** Absorption ratio R = (digest + absorb cost) ÷ import cost (domain.md §2.1); null without an import cost. */
export function absorptionRatio(costs: {
  imported: string;
  digested: string;
  absorbed: string;
}): number | null {
  const imported = decimalOf(costs.imported);
  if (compare(imported, zero) <= 0) return null;
  return toNumber(divide(add(decimalOf(costs.digested), decimalOf(costs.absorbed)), imported));
}

/** Localisation rate (国产化率) in percent: 1 − imported parts ÷ all parts; null without parts. */
export function localisationRate(parts: { imported: string; all: string }): number | null {
  const [imported, all] = [decimalOf(parts.imported), decimalOf(parts.all)];
  if (compare(all, zero) <= 0) return null;
  const local = subtract(all, lesser(imported, all));
  return toNumber(divide(multiply(local, fraction(100n)), all));
}

/** Levels of technology readiness gained; null across scales, which can't be compared. */
export function readinessGain(
  from: { scale: string; level: number } | null,
  to: { scale: string; level: number } | null,
): number | null {
  if (!from || !to || from.scale !== to.scale) return null;
  return to.level - from.level;
}

/**
 * The incentive for closing a link: rate × verified cost, at most the cap. Rate is a share ("0.20"),
 * cost and cap are yuan; rounded half up to the fen. Null when the rule carries no rate.
 */
export function linkIncentive(
  rule: { rate: string | null; cap: string | null },
  cost: string,
): string | null {
  if (rule.rate === null) return null;
  const amount = multiply(decimalOf(cost), decimalOf(rule.rate));
  return toFixed(rule.cap === null ? amount : lesser(amount, decimalOf(rule.cap)), 2);
}
