import { getTranslations } from "next-intl/server";
import { RefusedHere } from "@/components/shell/refused-here";
import type { Actor } from "@/lib/access/actor";

/** The page of whoever has no part in the rules. */
export async function RulesRefused({ actor }: { actor: Actor }) {
  const t = await getTranslations("rules");
  return <RefusedHere actor={actor} text={t("screen.notForYou")} />;
}
