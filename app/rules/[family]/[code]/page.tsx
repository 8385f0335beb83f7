import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { loadWords } from "@/components/project/words";
import { ChangesTable } from "@/components/rules/changes-table";
import { RulesRefused } from "@/components/rules/frame";
import { HistoryTable } from "@/components/rules/history-table";
import { RuleContent } from "@/components/rules/rule-content";
import { loadRuleWords, ruleName } from "@/components/rules/rule-words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { requireActor } from "@/lib/accounts/session";
import { isRuleFamily, readsRules, ruleHistory } from "@/lib/evaluation/publishing/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

interface Props {
  params: Promise<{ family: string; code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("screen.title") };
}

/** One rule: its versions, and one of them in full with what it revised. */
export default async function RulePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!readsRules(actor)) return <RulesRefused actor={actor} />;
  const { family, code } = await params;
  if (!isRuleFamily(family)) notFound();
  const history = await query(actor, (tx) =>
    ruleHistory(tx, actor, { family, code: decodeURIComponent(code) }, clockNow()),
  );
  if (history === null) notFound();
  const context = await loadRuleWords(await loadWords(actor));
  const { t } = context;
  const { version } = await searchParams;
  const shown =
    history.versions.find((row) => String(row.version) === version) ??
    history.versions.find(({ standing }) => standing === "in_force") ??
    history.versions[0];
  if (shown === undefined) notFound();
  const { changes } = shown;
  return (
    <AppShell actor={actor}>
      <Page
        title={ruleName(context, history.newest)}
        crumbs={[{ href: `/rules?family=${family}`, label: t("screen.title") }]}
        what={t(`family.${family}`)}
        actions={
          history.open ? (
            <LinkButton href={`/rules/drafts/${history.open.id}`}>
              {t("screen.openDraft")}
            </LinkButton>
          ) : history.mayBegin ? (
            <ConfirmAction
              command="rules.begin-draft"
              body={{ family, code: history.newest.code, baseVersion: history.newest.version }}
              label={t("screen.begin")}
              title={t("screen.beginTitle", { version: history.newest.version })}
              next="/rules/drafts/{draftId}/edit"
              variant="primary"
            >
              <p>{t("screen.beginText")}</p>
            </ConfirmAction>
          ) : null
        }
      >
        <Section title={t("screen.history")}>
          <HistoryTable history={history} context={context} />
        </Section>
        {changes.length > 0 ? (
          <Section title={t("screen.changes")}>
            <ChangesTable changes={changes} caption={t("screen.changes")} context={context} />
          </Section>
        ) : null}
        <Section id="content" title={t("screen.content", { version: shown.version })}>
          <RuleContent
            typed={shown}
            caption={t("screen.content", { version: shown.version })}
            context={context}
          />
        </Section>
      </Page>
    </AppShell>
  );
}
