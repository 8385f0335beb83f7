import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { dayText } from "@/lib/lifecycle/due";
import { type RuleRow, ruleSelect } from "./load-claim";
import { type ClaimFacts, type Entitlement, entitlement, type IncentiveTerms } from "./rules";

interface Decimal {
  toString: () => string;
  toFixed: (places: number) => string;
}

type Row = Omit<IncentiveTerms, "rate" | "cap"> & { rate: Decimal | null; cap: Decimal | null };

/** A rule's row as the pure rules read it. */
const termsOf = (row: Row): IncentiveTerms => ({
  ...row,
  rate: row.rate?.toString() ?? null,
  cap: row.cap?.toFixed(2) ?? null,
});

/** What a claim on this link rests on. */
export const claimFactsOf = (
  cooperationMode: string,
  link: { link: string; confirmedCost: Decimal | null },
  technology: { main: boolean },
): ClaimFacts => ({
  link: link.link,
  confirmedCost: link.confirmedCost?.toFixed(2) ?? null,
  mainTechnology: technology.main,
  cooperationMode,
});

/** `entitlement` on rows as they are stored. */
export const entitlementOn = (row: Row, facts: ClaimFacts, today: Date): Entitlement =>
  entitlement(termsOf(row), facts, today);

/**
 * The newest version of each rule that has begun on this day, in the order of their codes; one that
 * ended leaves none in force.
 */
export async function rulesInForce(tx: Tx, today: Date): Promise<RuleRow[]> {
  const rows = await tx.incentiveRule.findMany({
    where: { validFrom: { lte: today } },
    distinct: ["code"],
    orderBy: [{ code: "asc" }, { version: "desc" }],
    select: ruleSelect,
  });
  return rows.filter(({ validTo }) => validTo === null || validTo >= today);
}

/** Has a later version taken the place of this one by this day? */
export async function isReplaced(
  tx: Tx,
  { code, version }: Pick<RuleRow, "code" | "version">,
  today: Date,
): Promise<boolean> {
  const later = await tx.incentiveRule.count({
    where: { code, version: { gt: version }, validFrom: { lte: today } },
  });
  return later > 0;
}

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** A stored text in both languages; empty where none is stored. */
export const textOf = (value: unknown): { zh: string; en: string } =>
  bilingual.safeParse(value).data ?? { zh: "", en: "" };

export const periodOf = (row: Pick<IncentiveTerms, "validFrom" | "validTo">) => ({
  from: dayText(row.validFrom),
  to: row.validTo === null ? null : dayText(row.validTo),
});
