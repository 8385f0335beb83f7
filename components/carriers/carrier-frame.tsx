import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AppShell } from "@/components/shell/app-shell";
import { RefusedPage } from "@/components/ui/system-states";
import type { Actor } from "@/lib/access/actor";
import { now as clockNow } from "@/lib/kernel/clock";

/** The page of whoever is not concerned with intermediaries and platforms. */
export async function CarriersRefused({ actor }: { actor: Actor }) {
  const t = await getTranslations("carriers");
  return (
    <AppShell actor={actor}>
      <main id="main">
        <RefusedPage kind="forbidden">
          <p>{t("screen.notForYou")}</p>
        </RefusedPage>
      </main>
    </AppShell>
  );
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
