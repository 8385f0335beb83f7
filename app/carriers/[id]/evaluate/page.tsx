import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { worded } from "@/components/budget/measured";
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

/** Fills in a carrier's evaluation of a year: reasons and opinion; the scores are computed. */
export default async function EvaluateCarrierPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!readsCarriers(actor)) return <CarriersRefused actor={actor} />;
  const { id } = await params;
  const { year } = readCarrierAddress(await searchParams);
  const command = commandNamed("carriers.save-evaluation");
  if (command === null || !isId(id)) notFound();
  const carrier = await query(actor, (tx) => carrierPage(tx, actor, id, year, clockNow()));
  if (carrier === null) notFound();
  const [t, forms, errors, words] = await Promise.all([
    getTranslations("carriers"),
    getTranslations("rollup"),
    getTranslations("errors"),
    loadWords(actor),
  ]);
  const name = words.locale === "en" ? (carrier.nameEn ?? carrier.name) : carrier.name;
  const back = `/carriers/${id}?year=${year}`;
  const lines = carrier.sheet.lines.filter(({ dropped }) => !dropped);
  const named = (line: (typeof lines)[number]) =>
    [line.target, line.actual]
      .map((measured) => worded({ how: null, unit: line.unit }, measured, words, forms).text)
      .join(" → ");
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[
        { href: "/carriers", label: t("screen.title") },
        { href: back, label: name },
      ]}
      back={back}
      about={t("screen.about", { name, year: String(year) })}
      hidden={{ carrierId: id, year, evaluationVersion: carrier.evaluation?.version ?? 0 }}
      values={{
        opinion: carrier.evaluation?.opinion ?? "",
        lines: lines.map(({ code, reason, improvement }) => ({
          code,
          reason: reason ?? "",
          improvement: improvement ?? "",
        })),
      }}
      lists={{
        "lines.code": lines.map((line) => ({
          value: line.code,
          label: `${line.code} ${words.locale === "en" ? line.en : line.zh}: ${named(line)}`,
        })),
      }}
      refusal={
        carrier.evaluation?.status === "final" ? errors("carrier_evaluation_final") : undefined
      }
      notForYou={t("screen.notForYou")}
    />
  );
}
