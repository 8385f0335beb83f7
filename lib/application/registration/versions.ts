import type { Tx } from "@/lib/db/client";
import { conflict } from "@/lib/kernel/errors";
import type { Option } from "@/lib/reference/queries";
import type { Versions } from "./stand";

/** The newest published set of project indicators; null where there is none. */
export async function currentIndicatorSet(tx: Tx, now: Date): Promise<string | null> {
  const found = await tx.indicatorSet.findFirst({
    where: { purpose: "project", publishedAt: { lte: now } },
    orderBy: [{ publishedAt: "desc" }, { version: "desc" }],
    select: { id: true },
  });
  return found?.id ?? null;
}

/** The indicators of that set, as choices. */
export async function indicatorOptions(
  tx: Tx,
  locale: "zh-CN" | "en",
  now: Date,
): Promise<Option[]> {
  const indicatorSetId = await currentIndicatorSet(tx, now);
  if (indicatorSetId === null) return [];
  const rows = await tx.indicator.findMany({
    where: { indicatorSetId },
    orderBy: { position: "asc" },
    select: { code: true, zh: true, en: true },
  });
  return rows.map(({ code, zh, en }) => ({ value: code, label: locale === "en" ? en : zh }));
}

/** The newest published indicators and scoring rules. */
export async function currentVersions(tx: Tx, now: Date): Promise<Versions> {
  const indicatorSetId = await currentIndicatorSet(tx, now);
  if (indicatorSetId === null) throw conflict("indicator_set_missing");
  const rule = await tx.evaluationRule.findFirst({
    where: { validFrom: { lte: now } },
    orderBy: [{ validFrom: "desc" }, { version: "desc" }],
    select: { id: true },
  });
  if (rule === null) throw conflict("evaluation_rule_missing");
  return { indicatorSetId, evaluationRuleId: rule.id };
}
