import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BodySection } from "@/components/liaison/body-section";
import { DistrictWork } from "@/components/liaison/district-work";
import { LiaisonPage } from "@/components/liaison/liaison-page";
import { loadWords } from "@/components/project/words";
import { LinkButton } from "@/components/ui/button";
import { holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";
import { districtDesk } from "@/lib/liaison/district";
import { liaisonReaders } from "@/lib/liaison/rules";

interface PageProps {
  params: Promise<{ district: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("liaison.desk"))("title") };
}

/** One district's desk. */
export default async function DistrictPage({ params }: PageProps) {
  const actor = await requireActor();
  const { district } = await params;
  const [t, words] = await Promise.all([getTranslations("liaison"), loadWords(actor)]);
  if (!holds(actor, ...liaisonReaders)) {
    return (
      <LiaisonPage actor={actor} title={t("desk.title")}>
        {null}
      </LiaisonPage>
    );
  }
  const now = clockNow();
  const desk = await query(actor, (tx) => districtDesk(tx, actor, district, now));
  if (desk === null) {
    await refuseRead(actor, "liaison.read", district);
    notFound();
  }
  return (
    <LiaisonPage
      actor={actor}
      title={words.names("district", district)}
      what={desk.body?.name ?? t("desk.noBody")}
      crumbs={[{ href: "/liaison", label: t("desk.title") }]}
      actions={
        desk.mayEdit ? (
          <LinkButton variant="primary" href={`/liaison/${district}/edit`}>
            {t("commands.set-body.title")}
          </LinkButton>
        ) : null
      }
    >
      <BodySection desk={desk} />
      <DistrictWork desk={desk} words={words} now={now} />
    </LiaisonPage>
  );
}
