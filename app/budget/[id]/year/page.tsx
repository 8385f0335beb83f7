import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { BudgetRefused } from "@/components/budget/frame";
import { loadWords } from "@/components/project/words";
import { CommandPage } from "@/components/shell/command-page";
import { requireActor } from "@/lib/accounts/session";
import { commandNamed } from "@/lib/commands/registry";
import { budgetItem, readsBudget } from "@/lib/evaluation/rollup/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

const asked = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
});

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Records a year's objective and money; with `year` in the address, changes them. */
export default async function YearPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const { year } = asked.parse(await searchParams);
  const command = commandNamed("rollup.set-year");
  if (command === null || !isId(id)) notFound();
  if (!readsBudget(actor)) return <BudgetRefused actor={actor} />;
  const [t, words] = await Promise.all([getTranslations("rollup"), loadWords(actor)]);
  const item = await query(actor, (tx) => budgetItem(tx, actor, id));
  if (item === null) notFound();
  const known = item.years.find((row) => row.year === year);
  const nothing = { fiscal: "0", carried: "0", other: "0" };
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[
        { href: "/budget", label: t("screen.title") },
        ...(known ? [{ href: `/budget/${id}/${year}`, label: String(year) }] : []),
      ]}
      back={known ? `/budget/${id}/${year}` : "/budget"}
      next="/budget/{budgetItemId}/{year}"
      about={`${item.code} ${words.locale === "en" ? item.en : item.zh}`}
      hidden={{
        budgetItemId: id,
        yearVersion: known?.version ?? 0,
        ...(known ? { year: known.year } : {}),
      }}
      values={
        known
          ? {
              objective: known.objective,
              initial: { ...known.initial },
              adjusted: { ...known.adjusted },
              executed: { ...known.executed },
            }
          : {
              year: clockNow().getUTCFullYear(),
              initial: nothing,
              adjusted: nothing,
              executed: nothing,
            }
      }
      notForYou={t("screen.notForYou")}
    />
  );
}
