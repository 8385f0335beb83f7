import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formAddress, readAddress } from "@/components/budget/address";
import { editValues, lineNames, saveCommands, shownFor } from "@/components/budget/edit-values";
import { BudgetRefused } from "@/components/budget/frame";
import { loadWords } from "@/components/project/words";
import { CommandPage } from "@/components/shell/command-page";
import { requireActor } from "@/lib/accounts/session";
import { commandNamed } from "@/lib/commands/registry";
import { budgetForm, readsBudget } from "@/lib/evaluation/rollup/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

interface Props {
  params: Promise<{ id: string; year: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Fills in one of the four forms. */
export default async function EditFormPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!readsBudget(actor)) return <BudgetRefused actor={actor} />;
  const at = readAddress(await params, await searchParams);
  const command = at && commandNamed(saveCommands[at.form]);
  if (at === null || command === null) notFound();
  const form = await query(actor, (tx) =>
    budgetForm(tx, actor, { budgetItemId: at.id, year: at.year }, at.form, clockNow()),
  );
  if (form === null) notFound();
  const [t, errors, words] = await Promise.all([
    getTranslations("rollup"),
    getTranslations("errors"),
    loadWords(actor),
  ]);
  const name = words.locale === "en" ? form.item.en : form.item.zh;
  const back = formAddress(at, at.form);
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[
        { href: "/budget", label: t("screen.title") },
        { href: back, label: `${name} ${at.year}` },
      ]}
      back={back}
      hidden={{ budgetItemYearId: form.id, formVersion: form.form?.version ?? 0 }}
      values={editValues(form)}
      lists={{ "lines.code": lineNames(form, words, t) }}
      shownFor={shownFor(form)}
      refusal={form.form?.status === "final" ? errors("form_confirmed") : undefined}
      notForYou={t("screen.notForYou")}
    />
  );
}
