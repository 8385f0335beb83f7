import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { RefusedHere } from "@/components/shell/refused-here";
import type { Actor } from "@/lib/access/actor";
import { now as clockNow } from "@/lib/kernel/clock";

/** The page of whoever is not concerned with intermediaries and platforms. */
export async function CarriersRefused({ actor }: { actor: Actor }) {
  const t = await getTranslations("carriers");
  return <RefusedHere actor={actor} text={t("screen.notForYou")} />;
}

const asked = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  contribution: z.uuid().optional().catch(undefined),
});

/** The year of an address, this year by default, and the contribution that it names. */
export function readCarrierAddress(search: object) {
  const { year, contribution } = asked.parse(search);
  return { year: year ?? clockNow().getUTCFullYear(), contribution };
}
