import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { CommandFormClient } from "./command-form-client";
import { formTexts } from "./form-texts";
import { formModel } from "./model";
import type { Choice, Json, KnownFile } from "./types";

interface CommandFormProps {
  /** `<room>.<verb-noun>`. */
  command: string;
  /** The command's input (a `z.strictObject`), the same object that the server parses with. */
  schema: z.ZodType;
  /** Where labels are found, such as `application` or `application.recommend`. */
  ns: string;
  /** Values that the page gives and nobody types: ids, version. */
  hidden?: { [key: string]: Json };
  /** What the fields hold at first, as the command would receive it (yuan, instants). */
  values?: { [key: string]: Json };
  /** Choices for fields whose meta names a list. */
  lists?: Readonly<Record<string, readonly Choice[]>>;
  /** Names and sizes of files that `values` already names. */
  files?: Readonly<Record<string, KnownFile>>;
  /** Where to go when it is done; `{id}` is taken from the answer. */
  next: string;
  cancelHref?: string;
  submitLabel?: string;
  /** `refuse` for commands that refuse, stop or take back. */
  tone?: "primary" | "refuse";
  /** Tells forms of one command apart; by default the command and the hidden values but version. */
  formKey?: string;
}

function defaultKey(command: string, hidden: { [key: string]: Json }): string {
  const parts = Object.entries(hidden).filter(([name]) => name !== "version");
  return [command, ...parts.map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join("|");
}

async function submitText(ns: string): Promise<string> {
  const t = await getTranslations();
  return t.has(`${ns}.submit`) ? t(`${ns}.submit`) : t("forms.submit");
}

/**
 * The form of one command, drawn from its schema. Needs {@link FormProviders} around it. It checks
 * in the browser, posts JSON with an idempotency key, shows refusals, keeps what was typed through
 * a sign-in, a cut network or a conflict, and goes to `next` when done.
 */
export async function CommandForm(props: CommandFormProps) {
  const { command, schema, ns, hidden = {}, values = {}, lists, files = {} } = props;
  const texts = await formTexts(ns);
  const model = formModel(schema, { texts, hidden: Object.keys(hidden), lists });
  return (
    <CommandFormClient
      command={command}
      model={model}
      page={hidden}
      values={values}
      files={files}
      next={props.next}
      cancelHref={props.cancelHref}
      submitLabel={props.submitLabel ?? (await submitText(ns))}
      tone={props.tone ?? "primary"}
      formKey={props.formKey ?? defaultKey(command, hidden)}
    />
  );
}
