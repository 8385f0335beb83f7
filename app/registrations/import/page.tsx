import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { commandWords } from "@/components/project/action-words";
import { loadWords } from "@/components/project/words";
import { ImportForm } from "@/components/registration/import-form";
import { importTexts } from "@/components/registration/import-texts";
import { RegistrationFrame } from "@/components/registration/registration-frame";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/accounts/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-application.registrations"))("import") };
}

/** Reads an Excel ledger: first a dry run that tells every problem by row and column, then the batch. */
export default async function ImportPage() {
  const actor = await requireActor();
  const t = await getTranslations("screens-application.registrations");
  const words = await loadWords(actor);
  const text = await commandWords({ name: "application.import-ledger", transition: null });
  return (
    <RegistrationFrame
      actor={actor}
      title={t("import")}
      what={text.intro}
      actions={<LinkButton href="/api/imports/projects-template.xlsx">{t("template")}</LinkButton>}
    >
      <ImportForm texts={await importTexts(words)} />
    </RegistrationFrame>
  );
}
