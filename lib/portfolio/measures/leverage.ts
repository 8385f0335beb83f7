import { share, sum } from "./series";

/** National and provincial money for each yuan of the city; null without city money. */
export const upwardLeverage = (funds: {
  national: number;
  provincial: number;
  city: number;
}): number | null => share(funds.national + funds.provincial, funds.city);

/** Own funds for each yuan of grant; null without a grant. */
export const projectLeverage = (ownFunds: number, grant: number): number | null =>
  share(ownFunds, grant);

/** Share of the guided countries in all money. */
export const guidedWeight = (guided: readonly number[], total: number): number | null =>
  share(sum(guided), total);

/** City share ÷ benchmark share; null without a benchmark. */
export const representation = (cityShare: number, benchmarkShare: number): number | null =>
  share(cityShare, benchmarkShare);

/** Below this ratio a country counts as under-represented. */
export const isUnderRepresented = (ratio: number, below = 0.5): boolean => ratio < below;
