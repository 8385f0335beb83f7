import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { RefusedPage } from "@/components/ui/system-states";
import type { Actor } from "@/lib/access/actor";

/** The page of whoever is not concerned with the budget's forms. */
export async function BudgetRefused({ actor }: { actor: Actor }): Promise<ReactNode> {
  const t = await getTranslations("rollup");
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
