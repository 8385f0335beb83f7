import { CommandForm } from "@/components/form/command-form";
import type { Choice, FormField, Json } from "@/components/form/types";
import { commandWords, toneOf } from "@/components/project/action-words";
import { Notice } from "@/components/ui/states";
import { type Actor, holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import type { Command } from "@/lib/kernel/command";
import { AppShell } from "./app-shell";
import { type Crumb, Page } from "./page";

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
  /** What others than the responsible division are told. */
  notForYou: string;
}

/** The page of one command of the responsible division that hangs on no project. */
export async function CommandPage(props: CommandPageProps) {
  const { actor, command, crumbs, back, about, refusal } = props;
  const words = await commandWords(command);
  const refused = holds(actor, ...bureauRoles) ? refusal : props.notForYou;
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
