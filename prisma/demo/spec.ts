import type { CallKey } from "./calls";
import { investigators, partners } from "./partners";
import type { UnitKey } from "./units";

/** How well a project has done: what its indicators reach. */
export type Quality = "excellent" | "good" | "fair" | "poor";

/** A project as the tables tell it; money in 万元. */
export interface ProjectSpec {
  key: string;
  title: string;
  titleEn: string;
  unit: UnitKey;
  country: string;
  industry: string;
  mode: string;
  partner: { name: string; nameEn: string; type: string };
  investigator: string;
  grant: number;
  own: number;
  months: number;
  technologies: readonly string[];
}

/** A project that answers a call and goes its way from there by a story. */
export interface AppliedSpec extends ProjectSpec {
  call: CallKey;
  story: string;
}

/** One line of a table: names in both languages, then who, where, how, and for how much. */
export type Line = readonly [
  story: string,
  unit: UnitKey,
  kind: readonly [country: string, industry: string, mode: string],
  money: readonly [grant: number, own: number, months: number],
  title: string,
  titleEn: string,
  ...technologies: string[],
];

/** The facts of a line; partner and investigator come from their own lists. */
export function projectOf(prefix: string, line: Line, at: number): ProjectSpec & { story: string } {
  const [story, unit, [country, industry, mode], [grant, own, months], title, titleEn, ...rest] =
    line;
  const known = partners[country] ?? [];
  const [name, nameEn, type] = known[at % Math.max(known.length, 1)] ?? [
    "外方单位",
    "Partner",
    "enterprise",
  ];
  return {
    key: `${prefix}${String(at + 1).padStart(2, "0")}`,
    story,
    title,
    titleEn,
    unit,
    country,
    industry,
    mode,
    partner: { name, nameEn, type },
    investigator: investigators[at % investigators.length] ?? "负责人",
    grant,
    own,
    months,
    technologies: rest,
  };
}

/** 万元 → yuan as text. */
export const yuan = (wan: number): string => (wan * 10_000).toFixed(0);
