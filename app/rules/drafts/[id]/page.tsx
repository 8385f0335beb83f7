import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadWords } from "@/components/project/words";
import { ChangesTable } from "@/components/rules/changes-table";
import { ChecksBox } from "@/components/rules/checks-box";
import { DraftFacts } from "@/components/rules/draft-facts";
import { DraftSteps } from "@/components/rules/draft-steps";
import { EffectsPart } from "@/components/rules/effects-part";
import { RulesRefused } from "@/components/rules/frame";
import { loadRuleWords, ruleName } from "@/components/rules/rule-words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Section } from "@/components/ui/content";
import { Notice } from "@/components/ui/states";
import { requireActor } from "@/lib/accounts/session";
import { draftView, readsRules } from "@/lib/evaluation/publishing/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("screen.draft") };
}

/** A draft before it is published: what it changes, what stands against it, what it would have meant. */
export default async function DraftPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  if (!readsRules(actor)) return <RulesRefused actor={actor} />;
  const { id } = await params;
  const view = isId(id) ? await query(actor, (tx) => draftView(tx, actor, id, clockNow())) : null;
  if (view === null) notFound();
  const context = await loadRuleWords(await loadWords(actor));
  const { t } = context;
  const { draft, base } = view;
  const name = ruleName(context, base);
  const open = draft.status === "draft" || draft.status === "submitted";
  const differing = t("screen.diff", { version: base.version });
  return (
    <AppShell actor={actor}>
      <Page
        title={t("screen.draftOf", { name, version: base.version + 1 })}
        crumbs={[
          { href: `/rules?family=${draft.family}`, label: t("screen.title") },
          { href: `/rules/${draft.family}/${draft.code}`, label: name },
        ]}
        what={`${t("screen.draftWhat", { base: base.version })} · ${t(`screen.status.${draft.status}`)}`}
        actions={<DraftSteps view={view} t={t} />}
      >
        {draft.returnReason ? (
          <Notice tone="warning">{t("screen.returned", { reason: draft.returnReason })}</Notice>
        ) : null}
        {draft.status === "submitted" && view.typedByActor ? (
          <Notice>{t("screen.fourEyes")}</Notice>
        ) : null}
        <Section title={t("screen.form")}>
          <DraftFacts view={view} context={context} />
        </Section>
        {open ? (
          <Section title={t("screen.checks")}>
            <ChecksBox problems={view.problems} context={context} />
          </Section>
        ) : null}
        <Section title={differing}>
          <ChangesTable changes={view.changes} caption={differing} context={context} />
        </Section>
        <Section title={t("screen.effects")}>
          {view.effects ? (
            <EffectsPart effects={view.effects} context={context} />
          ) : (
            <p>{t("screen.effectsNone")}</p>
          )}
        </Section>
      </Page>
    </AppShell>
  );
}
