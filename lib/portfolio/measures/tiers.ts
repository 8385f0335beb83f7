export type Tier = 1 | 2 | 3;

/** Lower bounds of the first and the second tier on the period total, included; 万元. */
export const defaultTierBounds = { first: 2000, second: 1000 } as const;

/** The tier of a period total (domain.md §4.1). */
export function tierOf(
  total: number,
  bounds: { readonly first: number; readonly second: number } = defaultTierBounds,
): Tier {
  if (total >= bounds.first) return 1;
  return total >= bounds.second ? 2 : 3;
}
