import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CarriersRefused, readCarrierAddress } from "@/components/carriers/carrier-frame";
import { loadWords } from "@/components/project/words";
import { CommandPage } from "@/components/shell/command-page";
import { requireActor } from "@/lib/accounts/session";
import { commandNamed } from "@/lib/commands/registry";
import { carrierPage, contributedProjects, readsCarriers } from "@/lib/evaluation/carriers/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Records what a carrier contributed. */
export default async function ContributePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!readsCarriers(actor)) return <CarriersRefused actor={actor} />;
  const { id } = await params;
  const { year } = readCarrierAddress(await searchParams);
  const command = commandNamed("carriers.record-contribution");
  if (command === null || !isId(id)) notFound();
  const [carrier, projects] = await query(actor, async (tx) => [
    await carrierPage(tx, actor, id, year, clockNow()),
    await contributedProjects(tx, actor),
  ]);
  if (carrier === null) notFound();
  const [t, words] = await Promise.all([getTranslations("carriers"), loadWords(actor)]);
  const name = words.locale === "en" ? (carrier.nameEn ?? carrier.name) : carrier.name;
  const back = `/carriers/${id}?year=${year}`;
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[
        { href: "/carriers", label: t("screen.title") },
        { href: back, label: name },
      ]}
      back={back}
      next="/carriers/{carrierId}?year={year}#row-{contributionId}"
      hidden={{ carrierId: id }}
      values={{ year }}
      lists={{
        contributedProjects: projects.map((row) => ({
          value: row.id,
          label: `${row.number ?? "—"} ${words.locale === "en" ? (row.titleEn ?? row.title) : row.title}`,
        })),
      }}
      notForYou={t("screen.notForYou")}
    />
  );
}
