import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionPage, type ActionProps } from "@/components/project/action-page";
import { commandWords } from "@/components/project/action-words";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { requireActor } from "@/lib/accounts/session";
import { commandFormData } from "@/lib/commands/form-data";
import { hiddenFields } from "@/lib/commands/form-fields";
import { commandNamed } from "@/lib/commands/registry";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";

interface PageProps {
  params: Promise<{ id: string; command: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The command named in the address, if it is one on a project. */
function projectCommand(name: string) {
  const command = commandNamed(name);
  return command && hiddenFields(command.input).includes("projectId") ? command : null;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const command = projectCommand((await params).command);
  if (command === null) return { title: (await getTranslations("projects"))("title") };
  return { title: (await commandWords(command)).title };
}

/** The form of one command on one project. */
export default async function CommandPage({ params, searchParams }: PageProps) {
  const actor = await requireActor();
  const { id, command: name } = await params;
  const command = projectCommand(name);
  if (command === null) notFound();
  const words = await loadWords(actor);
  const search = singleTexts(await searchParams);
  const byProxy = search.proxy === "1";
  const now = clockNow();
  const data = await query(actor, (tx) =>
    commandFormData(tx, actor, {
      command,
      projectId: id,
      search,
      byProxy,
      locale: words.locale,
      names: words.names,
      now,
    }),
  );
  if (data === null) {
    await refuseRead(actor, command.name, id);
    notFound();
  }
  const props: ActionProps = { actor, command, data, words, now, search, byProxy };
  return (
    <AppShell actor={actor}>
      <ActionPage {...props} />
    </AppShell>
  );
}

function singleTexts(search: Awaited<PageProps["searchParams"]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
