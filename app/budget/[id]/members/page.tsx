import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BudgetRefused } from "@/components/budget/frame";
import { loadWords } from "@/components/project/words";
import { CommandPage } from "@/components/shell/command-page";
import { requireActor } from "@/lib/accounts/session";
import { commandNamed } from "@/lib/commands/registry";
import { budgetItem, memberChoices, readsBudget } from "@/lib/evaluation/rollup/queries";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

/** Says which calls and registered projects count under a budget item. */
export default async function MembersPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const command = commandNamed("rollup.set-members");
  if (command === null || !isId(id)) notFound();
  if (!readsBudget(actor)) return <BudgetRefused actor={actor} />;
  const [t, words] = await Promise.all([getTranslations("rollup"), loadWords(actor)]);
  const [item, choices] = await query(actor, async (tx) => [
    await budgetItem(tx, actor, id),
    await memberChoices(tx, actor, id),
  ]);
  if (item === null || choices === null) notFound();
  const named = (row: { title: string; titleEn: string | null }) =>
    words.locale === "en" ? (row.titleEn ?? row.title) : row.title;
  const own = (rows: readonly { id: string; budgetItemId: string | null }[]) =>
    rows.filter(({ budgetItemId }) => budgetItemId === id).map((row) => row.id);
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[{ href: "/budget", label: t("screen.title") }]}
      back="/budget"
      about={`${item.code} ${words.locale === "en" ? item.en : item.zh}`}
      hidden={{ budgetItemId: id, version: item.version }}
      values={{ callIds: own(choices.calls), projectIds: own(choices.projects) }}
      lists={{
        budgetCalls: choices.calls.map((row) => ({
          value: row.id,
          label: `${row.code} ${named(row)}`,
        })),
        budgetProjects: choices.projects.map((row) => ({
          value: row.id,
          label: `${row.number ?? "—"} ${named(row)}`,
        })),
      }}
      notForYou={t("screen.notForYou")}
    />
  );
}
