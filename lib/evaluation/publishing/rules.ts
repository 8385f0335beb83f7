import type { RuleVersion } from "./versions";

/** The statuses of a draft: open ones bar another draft of the same rule. */
export const openDraftStatuses = ["draft", "submitted"] as const;

type Dated = Pick<RuleVersion, "version" | "validFrom" | "validTo">;

/** The version that counts on a day: the newest that has begun; null before the first, and after an ended one. */
export function inForceOn<V extends Dated>(versions: readonly V[], today: string): V | null {
  const begun = versions.filter(({ validFrom }) => validFrom <= today);
  const newest = begun.reduce<V | null>((best, each) => (isLater(each, best) ? each : best), null);
  return newest === null || (newest.validTo !== null && newest.validTo < today) ? null : newest;
}

const isLater = (each: Dated, best: Dated | null): boolean =>
  best === null ||
  each.validFrom > best.validFrom ||
  (each.validFrom === best.validFrom && each.version > best.version);

/** The newest version, begun or not; a draft is copied from it and ends it. */
export const newestOf = <V extends Dated>(versions: readonly V[]): V | null =>
  versions.reduce<V | null>(
    (best, each) => (best === null || each.version > best.version ? each : best),
    null,
  );

export type VersionStanding = "in_force" | "upcoming" | "ended";

/** Where a version stands today among all of its rule. */
export function standingOf(
  version: Dated,
  versions: readonly Dated[],
  today: string,
): VersionStanding {
  if (version.validFrom > today) return "upcoming";
  return inForceOn(versions, today)?.version === version.version ? "in_force" : "ended";
}
