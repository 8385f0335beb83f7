import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CarriersRefused, readCarrierAddress } from "@/components/carriers/carrier-frame";
import { CarrierSteps } from "@/components/carriers/carrier-steps";
import { placeOf } from "@/components/carriers/carrier-table";
import styles from "@/components/carriers/carriers.module.css";
import { ContributionTable } from "@/components/carriers/contribution-table";
import { EvaluationPart } from "@/components/carriers/evaluation-part";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Section } from "@/components/ui/content";
import { Tabs } from "@/components/ui/list-tools";
import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { carrierPage, readsCarriers } from "@/lib/evaluation/carriers/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One intermediary or platform: what it contributed, and a year's evaluation. */
export default async function CarrierDetailPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!readsCarriers(actor)) return <CarriersRefused actor={actor} />;
  const { id } = await params;
  const { year } = readCarrierAddress(await searchParams);
  const now = clockNow();
  const carrier = isId(id)
    ? await query(actor, (tx) => carrierPage(tx, actor, id, year, now))
    : null;
  if (carrier === null) notFound();
  const [t, words] = await Promise.all([getTranslations("carriers"), loadWords(actor)]);
  const years = new Set([
    now.getUTCFullYear(),
    year,
    ...carrier.evaluations.map((row) => row.year),
    ...carrier.contributions.map((row) => row.year),
  ]);
  return (
    <AppShell actor={actor}>
      <Page
        title={words.locale === "en" ? (carrier.nameEn ?? carrier.name) : carrier.name}
        crumbs={[{ href: "/carriers", label: t("screen.title") }]}
        what={`${t(`options.kind.${carrier.kind}`)} · ${placeOf(carrier, words)}`}
        actions={<CarrierSteps actor={actor} carrier={carrier} />}
      >
        <div className={styles.stack}>
          <Tabs
            label={t("screen.years")}
            items={[...years]
              .sort((a, b) => b - a)
              .map((each) => ({
                href: `/carriers/${id}?year=${each}`,
                label: String(each),
                current: each === year,
              }))}
          />
          <EvaluationPart carrier={carrier} words={words} />
          <Section title={t("screen.contributions")} note={t("screen.contributionsNote")} bare>
            <ContributionTable
              carrier={carrier}
              actor={actor}
              officer={holds(actor, ...bureauRoles)}
              words={words}
            />
          </Section>
        </div>
      </Page>
    </AppShell>
  );
}
