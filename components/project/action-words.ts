import { getLocale, getTranslations } from "next-intl/server";
import type { Command } from "@/lib/kernel/command";
import { transitionRow } from "@/lib/lifecycle/transitions";

/** A command in words: its title, what it does, and where its fields' words are. */
export interface CommandWords {
  title: string;
  intro: string | null;
  submit: string | null;
  /** `<room>.commands.<verb-noun>`. */
  key: string;
  room: string;
}

/** The words of a command from its room's texts; a transition's name stands in for a missing title. */
export async function commandWords(
  command: Pick<Command, "name" | "transition">,
): Promise<CommandWords> {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  const [room = "", verb = ""] = command.name.split(".");
  const key = `${room}.commands.${verb}`;
  const text = (part: string) => (t.has(`${key}.${part}`) ? t(`${key}.${part}`) : null);
  const label = command.transition ? transitionRow(command.transition).name : null;
  const name = label ? (locale === "en" ? label.en : label.zh) : command.name;
  return { title: text("title") ?? name, intro: text("intro"), submit: text("submit"), key, room };
}

/** The address of a command's form on a project, with the child's id and version. */
export function formHref(
  projectId: string,
  command: string,
  search: Readonly<Record<string, string | number>> = {},
): string {
  const query = new URLSearchParams(
    Object.entries(search).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return `/projects/${projectId}/do/${command}${query ? `?${query}` : ""}`;
}

/** Commands that refuse, stop or take back: their button warns. */
const refusing = new Set([
  "application.decline-recommendation",
  "application.reject-formally",
  "application.return-for-amendment",
  "application.request-supplement",
  "application.refuse-withdrawal",
  "application.request-withdrawal",
  "application.withdraw",
  "application.recall-submission",
  "application.hand-back-to-filler",
  "approval.decline-approval",
  "approval.uphold-objection",
  "approval.return-contract",
  "approval.close-unsigned",
  "approval.request-giving-up",
  "approval.consent-to-giving-up",
  "approval.reject-proxy-decision",
  "absorption.suspend",
  "absorption.decline-suspension",
  "absorption.terminate",
  "absorption.revoke",
  "absorption.propose-suspension",
  "absorption.return-link",
  "absorption.reopen-link",
  "absorption.return-report",
  "absorption.reject-change",
  "absorption.withdraw-change",
  "absorption.hold-payment",
  "absorption.return-record",
  "absorption.refuse-incentive",
  "absorption.withdraw-incentive",
  "rollup.reopen-form",
  "rules.discard-draft",
  "rules.return-draft",
  "carriers.remove-contribution",
  "evaluation.close-overdue",
  "evaluation.fail-overdue-rectification",
  "evaluation.order-rectification",
  "evaluation.return-acceptance-file",
  "evaluation.return-rectification",
  "evaluation.return-self-evaluation",
  "evaluation.return-tracking-report",
]);

export const toneOf = (command: string): "primary" | "refuse" =>
  refusing.has(command) ? "refuse" : "primary";
