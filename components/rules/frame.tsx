import { getTranslations } from "next-intl/server";
import { AppShell } from "@/components/shell/app-shell";
import { RefusedPage } from "@/components/ui/system-states";
import type { Actor } from "@/lib/access/actor";

/** The page of whoever has no part in the rules. */
export async function RulesRefused({ actor }: { actor: Actor }) {
  const t = await getTranslations("rules");
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
