import { systemActor } from "@/lib/access/actor";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

export type Locale = "zh-CN" | "en";

/**
 * The name of a code in a list (`district` for recommending units, `indicatorList` of a set for its
 * indicators); the code itself where it is unknown.
 */
export type Names = (list: string, code: string | null | undefined) => string;

/** The list of a set's indicators, for their names. */
export const indicatorList = (setId: string): string => `indicator@${setId}`;

/** The list of a set's indicators, for the codes of their units. */
export const indicatorUnitList = (setId: string): string => `indicator_unit@${setId}`;

interface Cached {
  at: number;
  names: Record<Locale, ReadonlyMap<string, string>>;
}

const maxAgeMilliseconds = 60_000;
let cached: Cached | null = null;

/** Names of all codes in a language. Read at most once a minute: a renamed code shows within that time. */
export async function loadNames(locale: Locale): Promise<Names> {
  const now = clockNow().getTime();
  if (cached === null || Math.abs(now - cached.at) > maxAgeMilliseconds) {
    cached = { at: now, names: await readNames() };
  }
  const names = cached.names[locale];
  return (list, code) => (code ? (names.get(`${list}:${code}`) ?? code) : "");
}

async function readNames(): Promise<Cached["names"]> {
  return query(systemActor, async (tx) => {
    const entries = await tx.codeEntry.findMany({
      orderBy: { validFrom: "asc" },
      select: { list: true, code: true, zh: true, en: true },
    });
    const districts = await tx.district.findMany({ select: { id: true, zh: true, en: true } });
    const indicators = await tx.indicator.findMany({
      select: { indicatorSetId: true, code: true, zh: true, en: true, unit: true },
    });
    const rows = [
      ...indicators.flatMap(({ indicatorSetId, code, zh, en, unit }) => [
        { key: `${indicatorList(indicatorSetId)}:${code}`, zh, en },
        { key: `${indicatorUnitList(indicatorSetId)}:${code}`, zh: unit, en: unit },
      ]),
      ...entries.map(({ list, code, zh, en }) => ({ key: `${list}:${code}`, zh, en })),
      ...districts.map(({ id, zh, en }) => ({ key: `district:${id}`, zh, en })),
    ];
    return {
      "zh-CN": new Map(rows.map((row) => [row.key, row.zh])),
      en: new Map(rows.map((row) => [row.key, row.en])),
    };
  });
}
