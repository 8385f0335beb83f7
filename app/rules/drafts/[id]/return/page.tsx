import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { RulesRefused } from "@/components/rules/frame";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { requireActor } from "@/lib/accounts/session";
import { draftView, readsRules } from "@/lib/evaluation/publishing/queries";
import { returnDraftInput } from "@/lib/evaluation/publishing/schema";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("commands.return-draft.title") };
}

/** Gives a submitted draft back with a reason. */
export default async function ReturnDraftPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  if (!readsRules(actor)) return <RulesRefused actor={actor} />;
  const { id } = await params;
  if (!isId(id)) notFound();
  const view = await query(actor, (tx) => draftView(tx, actor, id, clockNow()));
  const back = `/rules/drafts/${id}`;
  if (!view?.actions.includes("rules.return-draft")) redirect(back);
  const t = await getTranslations("rules");
  return (
    <AppShell actor={actor}>
      <Page
        title={t("commands.return-draft.title")}
        crumbs={[{ href: back, label: t("screen.draft") }]}
        what={t("commands.return-draft.intro")}
      >
        <CommandForm
          command="rules.return-draft"
          schema={returnDraftInput}
          ns="rules.commands.return-draft"
          hidden={{ draftId: id, version: view.draft.version }}
          next={back}
          cancelHref={back}
          tone="refuse"
        />
      </Page>
    </AppShell>
  );
}
