import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import type { ConsequenceTrigger } from "@/lib/reference/consequences";

const ruleSelect = {
  code: true,
  version: true,
  kind: true,
  months: true,
  basis: true,
  triggers: true,
  appealDays: true,
  validTo: true,
} as const satisfies Prisma.ConsequenceRuleSelect;

/** A rule as it is applied; the basis in Chinese, as it stands in official papers. */
export interface RuleInForce {
  code: string;
  version: number;
  kind: string;
  months: number | null;
  basis: string;
  /** Working days to appeal; null: as the parameter says. */
  appealDays: number | null;
  triggers: readonly string[];
}

/** The newest version of each rule that has begun; one that ended leaves none in force. */
export async function rulesInForce(tx: Tx, now: Date): Promise<RuleInForce[]> {
  const today = new Date(shanghaiDate(now));
  const rows = await tx.consequenceRule.findMany({
    where: { validFrom: { lte: today } },
    orderBy: [{ code: "asc" }, { version: "asc" }],
    select: ruleSelect,
  });
  const newest = new Map(rows.map((row) => [row.code, row]));
  const inForce = [...newest.values()].filter(({ validTo }) => !validTo || validTo >= today);
  return inForce.map(({ basis, triggers, validTo: _, ...row }) => ({
    ...row,
    basis: zhOf(basis),
    triggers: Array.isArray(triggers)
      ? triggers.filter((each): each is string => typeof each === "string")
      : [],
  }));
}

/** The first rule in force that this sets off; null where none does. */
export async function ruleFor(
  tx: Tx,
  trigger: ConsequenceTrigger,
  now: Date,
): Promise<RuleInForce | null> {
  const rules = await rulesInForce(tx, now);
  return rules.find(({ triggers }) => triggers.includes(trigger)) ?? null;
}

const zhOf = (text: Prisma.JsonValue): string =>
  typeof text === "object" && text !== null && "zh" in text && typeof text.zh === "string"
    ? text.zh
    : "";
