import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BudgetList } from "@/components/budget/budget-list";
import { BudgetRefused } from "@/components/budget/frame";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { budgetItems, readsBudget } from "@/lib/evaluation/rollup/queries";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rollup"))("screen.title") };
}

/** All budget items with their years and forms. */
export default async function BudgetPage() {
  const actor = await requireActor();
  if (!readsBudget(actor)) return <BudgetRefused actor={actor} />;
  const [t, words] = await Promise.all([getTranslations("rollup"), loadWords(actor)]);
  const items = await query(actor, (tx) => budgetItems(tx, actor));
  const officer = holds(actor, ...bureauRoles);
  return (
    <AppShell actor={actor}>
      <Page
        title={t("screen.title")}
        what={t("screen.what")}
        actions={officer ? <LinkButton href="/budget/new">{t("screen.newItem")}</LinkButton> : null}
      >
        <BudgetList items={items} words={words} officer={officer} />
      </Page>
    </AppShell>
  );
}
