import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegistrationFrame } from "@/components/registration/registration-frame";
import { RegistrationTable } from "@/components/registration/registration-table";
import { LinkButton } from "@/components/ui/button";
import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { listRegistrations } from "@/lib/application/queries";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-application.registrations"))("title") };
}

/** Batches of projects approved elsewhere or before Kehe (T00). */
export default async function RegistrationsPage() {
  const actor = await requireActor();
  const t = await getTranslations("screens-application.registrations");
  const batches = await query(actor, (tx) => listRegistrations(tx, actor));
  return (
    <RegistrationFrame
      actor={actor}
      title={t("title")}
      what={t("intro")}
      top
      readers
      actions={
        holds(actor, ...bureauRoles) ? (
          <>
            <LinkButton variant="primary" href="/registrations/import">
              {t("import")}
            </LinkButton>
            <LinkButton href="/registrations/new">{t("new")}</LinkButton>
            <LinkButton href="/api/imports/projects-template.xlsx">{t("template")}</LinkButton>
          </>
        ) : null
      }
    >
      <RegistrationTable batches={batches} />
    </RegistrationFrame>
  );
}
