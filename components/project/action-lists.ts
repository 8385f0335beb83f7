import { getTranslations } from "next-intl/server";
import { fieldKey, proposalFieldPaths } from "@/components/application/proposal-fields";
import type { Choice } from "@/components/form/types";
import type { ListedChoice } from "@/lib/commands/choices";
import type { ActionProps } from "./action-page";

/** The choices of a form in words: who can't be chosen says why; papers of the step come first. */
export async function actionLists({
  data,
}: Pick<ActionProps, "data">): Promise<Record<string, readonly Choice[]>> {
  const t = await getTranslations();
  const worded = (choice: ListedChoice): Choice => {
    const { value, label, problem, finance } = choice;
    const named = finance ? `${label} · ${t("screens-application.action.finance")}` : label;
    if (!problem) return { value, label: named };
    const key = `screens-approval.conflict.${problem}`;
    return { value, label: `${named} — ${t.has(key) ? t(key) : problem}`, disabled: true };
  };
  const lists = Object.fromEntries(
    Object.entries({ ...data.lists, ...data.prefill.lineNames }).map(([name, choices]) => [
      name,
      choices.map(worded),
    ]),
  );
  return {
    ...lists,
    documents: stepFirst(lists.documents ?? [], data.documents),
    proposalFields: proposalFieldPaths.map((path) => ({
      value: path,
      label: t(`application.${fieldKey(path)}`),
    })),
  };
}

function stepFirst(choices: readonly Choice[], kinds: readonly string[]): Choice[] {
  const own = choices.filter(({ value }) => kinds.includes(value));
  return [...own, ...choices.filter(({ value }) => !kinds.includes(value))];
}
