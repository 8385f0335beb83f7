import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RefusedHere } from "@/components/shell/refused-here";
import type { Actor } from "@/lib/access/actor";

/** The page of whoever is not concerned with the budget's forms. */
export async function BudgetRefused({ actor }: { actor: Actor }): Promise<ReactNode> {
  const t = await getTranslations("rollup");
  return <RefusedHere actor={actor} text={t("screen.notForYou")} />;
}
