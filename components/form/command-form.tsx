import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { z } from "zod";
import { CommandFormClient } from "./command-form-client";
import { formTexts } from "./form-texts";
import { type FormTexts, formModel } from "./model";
import { fieldAt } from "./model-path";
import type { Choice, FormField, Json, KnownFile } from "./types";

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
  tone?: "primary" | "secondary" | "refuse";
  /** Fields that only some of the given lines have, by path. */
  shownFor?: Readonly<Record<string, NonNullable<FormField["showWhen"]>>>;
  /** A field that holds another command's input: its words, and what of it the page gives. */
  inner?: { field: string; ns: string; hidden: readonly string[] };
  /** Typed once, posted twice: where a value goes also (dotted), by the field it is typed in. */
  copies?: Readonly<Record<string, string>>;
  /** Tells forms of one command apart; by default the command and the hidden values but version. */
  formKey?: string;
  /** Stands beside the fields; a client component may follow what is typed by `useWatch`. */
  aside?: ReactNode;
}

function defaultKey(command: string, hidden: { [key: string]: Json }): string {
  const parts = Object.entries(hidden).filter(([name]) => name !== "version");
  return [command, ...parts.map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join("|");
}

/** Words of a form in which one field holds the form of another command. */
function nestedTexts(name: string, outer: FormTexts, inner: FormTexts): FormTexts {
  const prefix = `${name}.`;
  const side = (path: string) =>
    path.startsWith(prefix)
      ? { texts: inner, path: path.slice(prefix.length) }
      : { texts: outer, path };
  return {
    label: (path, last) => side(path).texts.label(side(path).path, last),
    help: (path, last) => side(path).texts.help(side(path).path, last),
    option: (path, last, value) => side(path).texts.option(side(path).path, last, value),
    text: outer.text,
  };
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
  const { inner, shownFor = {} } = props;
  const texts = inner
    ? nestedTexts(inner.field, await formTexts(ns), await formTexts(inner.ns))
    : await formTexts(ns);
  const nested = inner?.hidden.map((name) => `${inner.field}.${name}`) ?? [];
  const given = Object.keys(hidden).filter((name) => name !== inner?.field);
  const model = formModel(schema, { texts, hidden: [...given, ...nested], lists });
  for (const [path, showWhen] of Object.entries(shownFor)) {
    const field = fieldAt(model.fields, path);
    if (field) field.showWhen = showWhen;
  }
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
      copies={props.copies}
      formKey={props.formKey ?? defaultKey(command, hidden)}
      aside={props.aside}
    />
  );
}
