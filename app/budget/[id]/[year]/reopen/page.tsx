import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formAddress, readAddress } from "@/components/budget/address";
import { BudgetRefused } from "@/components/budget/frame";
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

/** Takes a confirmed form back for changes. */
export default async function ReopenFormPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!readsBudget(actor)) return <BudgetRefused actor={actor} />;
  const at = readAddress(await params, await searchParams);
  const command = commandNamed("rollup.reopen-form");
  if (at === null || command === null) notFound();
  const found = await query(actor, (tx) =>
    budgetForm(tx, actor, { budgetItemId: at.id, year: at.year }, at.form, clockNow()),
  );
  const form = found?.form;
  if (!form) notFound();
  const [t, errors] = await Promise.all([getTranslations("rollup"), getTranslations("errors")]);
  const back = formAddress(at, at.form);
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[
        { href: "/budget", label: t("screen.title") },
        { href: back, label: `${t(`kind.${at.form}`)} ${at.year}` },
      ]}
      back={back}
      hidden={{ formId: form.id, version: form.version }}
      refusal={form.status === "final" ? undefined : errors("form_not_confirmed")}
      notForYou={t("screen.notForYou")}
    />
  );
}
