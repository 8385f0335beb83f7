import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import type { Choice, FormField, Json } from "@/components/form/types";
import { commandWords, toneOf } from "@/components/project/action-words";
import { AppShell } from "@/components/shell/app-shell";
import { type Crumb, Page } from "@/components/shell/page";
import { Notice } from "@/components/ui/states";
import { type Actor, holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import type { Command } from "@/lib/kernel/command";

interface CommandPageProps {
  actor: Actor;
  command: Command;
  crumbs: readonly Crumb[];
  back: string;
  /** Where to go when it is done; the page that it came from by default. */
  next?: string;
  hidden?: { [key: string]: Json };
  values?: { [key: string]: Json };
  lists?: Readonly<Record<string, readonly Choice[]>>;
  shownFor?: Readonly<Record<string, NonNullable<FormField["showWhen"]>>>;
  /** What the form is about. */
  about?: string;
  /** Why the form isn't offered now. */
  refusal?: string;
}

/** The page of one command of the responsible division that hangs on no project. */
export async function CommandPage(props: CommandPageProps) {
  const { actor, command, crumbs, back, about, refusal } = props;
  const [t, words] = await Promise.all([getTranslations("rollup"), commandWords(command)]);
  const refused = holds(actor, ...bureauRoles) ? refusal : t("screen.notForYou");
  return (
    <AppShell actor={actor}>
      <Page title={words.title} crumbs={crumbs} what={words.intro}>
        {about ? <p>{about}</p> : null}
        {refused ? (
          <Notice tone="refused">{refused}</Notice>
        ) : (
          <CommandForm
            command={command.name}
            schema={command.input}
            ns={words.key}
            hidden={props.hidden}
            values={props.values}
            lists={props.lists}
            shownFor={props.shownFor}
            next={props.next ?? back}
            cancelHref={back}
            submitLabel={words.submit ?? words.title}
            tone={toneOf(command.name)}
          />
        )}
      </Page>
    </AppShell>
  );
}
