import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CarriersRefused } from "@/components/carriers/carrier-frame";
import { CarrierTable } from "@/components/carriers/carrier-table";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/list-tools";
import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { listCarriers, readsCarriers } from "@/lib/evaluation/carriers/queries";
import { carrierKinds } from "@/lib/evaluation/carriers/schema";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("carriers"))("screen.title") };
}

const asked = z.object({ kind: z.enum(carrierKinds).optional().catch(undefined) });

/** All intermediaries and platforms with what they contributed. */
export default async function CarriersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!readsCarriers(actor)) return <CarriersRefused actor={actor} />;
  const { kind } = asked.parse(await searchParams);
  const [t, words] = await Promise.all([getTranslations("carriers"), loadWords(actor)]);
  const rows = await query(actor, (tx) => listCarriers(tx, actor, kind));
  return (
    <AppShell actor={actor}>
      <Page
        title={t("screen.title")}
        what={t("screen.what")}
        actions={
          holds(actor, ...bureauRoles) ? (
            <LinkButton href="/carriers/new">{t("screen.new")}</LinkButton>
          ) : null
        }
      >
        <FilterBar
          action="/carriers"
          clearHref="/carriers"
          filters={[
            {
              name: "kind",
              label: t("screen.kind"),
              value: kind,
              options: carrierKinds.map((value) => ({
                value,
                label: t(`options.kind.${value}`),
              })),
            },
          ]}
        />
        <CarrierTable rows={rows} words={words} />
      </Page>
    </AppShell>
  );
}
