import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { loadWords } from "@/components/project/words";
import { ChecksBox } from "@/components/rules/checks-box";
import { draftFields } from "@/components/rules/draft-fields";
import { DraftForm } from "@/components/rules/draft-form";
import { RulesRefused } from "@/components/rules/frame";
import { loadRuleWords, ruleName } from "@/components/rules/rule-words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/accounts/session";
import { draftToEdit, readsRules } from "@/lib/evaluation/publishing/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("screen.edit") };
}

const values = z.record(z.string(), z.json());

/** Types in a draft; nothing of it counts before it is published. */
export default async function EditDraftPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  if (!readsRules(actor)) return <RulesRefused actor={actor} />;
  const { id } = await params;
  if (!isId(id)) notFound();
  const draft = await query(actor, (tx) => draftToEdit(tx, actor, id, clockNow()));
  if (draft === null) redirect(`/rules/drafts/${id}`);
  const context = await loadRuleWords(await loadWords(actor));
  const { t } = context;
  const { base, family } = draft;
  const name = ruleName(context, base);
  return (
    <AppShell actor={actor}>
      <Page
        title={t("screen.draftOf", { name, version: base.version + 1 })}
        crumbs={[
          { href: `/rules?family=${family}`, label: t("screen.title") },
          { href: `/rules/${family}/${base.code}`, label: name },
        ]}
        what={t(`commands.save-${family}.intro`)}
      >
        <DraftForm
          command={`rules.save-${family}`}
          draftId={draft.draft.id}
          version={draft.draft.version}
          fields={await draftFields(draft, context)}
          values={values.parse(draft.draft.content)}
        >
          <ChecksBox problems={draft.problems} context={context} />
          <LinkButton variant="primary" href={`/rules/drafts/${id}`}>
            {t("screen.backToDraft")}
          </LinkButton>
        </DraftForm>
      </Page>
    </AppShell>
  );
}
