import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { loadWords } from "@/components/project/words";
import { RulesRefused } from "@/components/rules/frame";
import { RuleList } from "@/components/rules/rule-list";
import { loadRuleWords } from "@/components/rules/rule-words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Tabs } from "@/components/ui/list-tools";
import { requireActor } from "@/lib/accounts/session";
import { openDrafts, readsRules, rulesOf } from "@/lib/evaluation/publishing/queries";
import { ruleFamilies } from "@/lib/evaluation/publishing/schema";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("screen.title") };
}

const asked = z.object({ family: z.enum(ruleFamilies).catch("indicators") });

/** Indicators, scoring rules, consequences and incentives: what is in force and what is drafted. */
export default async function RulesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!readsRules(actor)) return <RulesRefused actor={actor} />;
  const { family } = asked.parse(await searchParams);
  const context = await loadRuleWords(await loadWords(actor));
  const { rules, drafts } = await query(actor, async (tx) => ({
    rules: await rulesOf(tx, actor, family, clockNow()),
    drafts: await openDrafts(tx, actor),
  }));
  const { t } = context;
  const tabName = (name: string, count: number) =>
    count === 0 ? name : t("screen.tabCount", { name, count });
  return (
    <AppShell actor={actor}>
      <Page title={t("screen.title")} what={t("screen.what")}>
        <Tabs
          label={t("screen.tabs")}
          items={ruleFamilies.map((each) => ({
            href: `/rules?family=${each}`,
            label: tabName(t(`family.${each}`), drafts.get(each) ?? 0),
            current: each === family,
          }))}
        />
        <RuleList rules={rules} context={context} />
      </Page>
    </AppShell>
  );
}
