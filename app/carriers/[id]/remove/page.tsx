import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CarriersRefused, readCarrierAddress } from "@/components/carriers/carrier-frame";
import { loadWords } from "@/components/project/words";
import { CommandPage } from "@/components/shell/command-page";
import { requireActor } from "@/lib/accounts/session";
import { commandNamed } from "@/lib/commands/registry";
import { carrierPage, readsCarriers } from "@/lib/evaluation/carriers/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Takes away a contribution that was recorded wrongly and isn't confirmed. */
export default async function RemoveContributionPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!readsCarriers(actor)) return <CarriersRefused actor={actor} />;
  const { id } = await params;
  const { year, contribution } = readCarrierAddress(await searchParams);
  const command = commandNamed("carriers.remove-contribution");
  if (command === null || !isId(id)) notFound();
  const carrier = await query(actor, (tx) => carrierPage(tx, actor, id, year, clockNow()));
  const row = carrier?.contributions.find((each) => each.id === contribution);
  if (!carrier || row === undefined) notFound();
  const [t, errors, words] = await Promise.all([
    getTranslations("carriers"),
    getTranslations("errors"),
    loadWords(actor),
  ]);
  const name = words.locale === "en" ? (carrier.nameEn ?? carrier.name) : carrier.name;
  const back = `/carriers/${id}?year=${row.year}`;
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[
        { href: "/carriers", label: t("screen.title") },
        { href: back, label: name },
      ]}
      back={back}
      about={`${row.year} · ${row.title}`}
      hidden={{ contributionId: row.id, version: row.version }}
      refusal={row.confirmedAt ? errors("contribution_confirmed") : undefined}
      notForYou={t("screen.notForYou")}
    />
  );
}
