import type { Tx } from "@/lib/db/client";
import { indicatorSources } from "@/lib/evaluation/indicator-sources";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { codesInForce } from "@/lib/reference/codes-in-force";
import { type RegistrationBasis, titleKey } from "./problems";
import { currentIndicatorSet } from "./versions";

const lists = [
  "programme_level",
  "unit_type",
  "country",
  "industry",
  "cooperation_mode",
  "partner_type",
  "acceptance_result",
];

interface Named {
  uscc: string;
  number?: string;
  title: string;
}

/** Loads what the lines of a register are checked against. */
export async function registrationBasis(
  tx: Tx,
  now: Date,
  rows: readonly Named[],
): Promise<RegistrationBasis> {
  const districts = await tx.district.findMany({ select: { id: true, validTo: true } });
  const units = await tx.unit.findMany({
    where: { uscc: { in: rows.map(({ uscc }) => uscc) } },
    select: { uscc: true, name: true, districtId: true },
  });
  const numbered = await tx.project.findMany({
    where: { number: { in: rows.flatMap(({ number }) => number ?? []) } },
    select: { number: true },
  });
  const titled = await tx.project.findMany({
    where: {
      title: { in: rows.map(({ title }) => title) },
      state: { notIn: ["draft", "withdrawn", "not_approved"] },
    },
    select: { title: true, unit: { select: { uscc: true } } },
  });
  return {
    today: shanghaiDate(now),
    codes: await codesInForce(tx, now, lists),
    districts: new Map(districts.map((row) => [row.id, row.validTo ? dayText(row.validTo) : null])),
    units: new Map(units.map(({ uscc, ...unit }) => [uscc, unit])),
    indicators: await indicatorSources(tx, await currentIndicatorSet(tx, now)),
    takenNumbers: new Set(numbered.flatMap(({ number }) => number ?? [])),
    takenTitles: new Set(titled.map(({ title, unit }) => titleKey(title, unit.uscc))),
  };
}
