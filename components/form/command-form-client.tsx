"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { type FieldValues, FormProvider, useForm } from "react-hook-form";
import { Button, LinkButton } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Notice } from "@/components/ui/states";
import { ErrorSummary, FailureNotice } from "./failure-notice";
import { KnownFiles } from "./file-control";
import styles from "./form.module.css";
import { FormFields } from "./form-fields";
import { forgetTyped, keepTyped, keptTyped } from "./kept";
import { nextAddress } from "./post-command";
import { checkModel, fieldErrors, useModelResolver } from "./resolver";
import type { FieldProblems, FormModel, FormValues, Json, KnownFile } from "./types";
import { useCommand } from "./use-command";
import { useEarlyTyping, useKeptTyping } from "./use-kept-typing";
import { toBody, toFormValues, toPayload } from "./values";

export interface CommandFormClientProps {
  command: string;
  model: FormModel;
  /** Values that the page gives: ids and version. */
  page: { [key: string]: Json };
  values: Readonly<Record<string, Json>>;
  files: Readonly<Record<string, KnownFile>>;
  /** Where to go when it is done; `{name}` is taken from the answer. */
  next: string;
  cancelHref?: string;
  submitLabel: string;
  tone: "primary" | "secondary" | "refuse";
  copies?: Readonly<Record<string, string>>;
  /** Under which name the text typed is kept in this tab. */
  formKey: string;
  /** What stands beside the fields and may follow what is typed. */
  aside?: ReactNode;
}

/**
 * Warns before leaving with text that was typed and not sent. `sent` is read when the page goes: a
 * state would come too late on a busy machine, and the browser would ask whoever has just sent.
 */
function useLeaveWarning(dirty: boolean, sent: RefObject<boolean>): void {
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!sent.current) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty, sent]);
}

function useCommandForm(props: CommandFormClientProps) {
  const { command, model, page, formKey, copies } = props;
  const t = useTranslations("errors");
  const initial = useMemo(() => toFormValues(model.fields, props.values), [model, props.values]);
  const form = useForm<FieldValues>({
    defaultValues: initial,
    resolver: useModelResolver(model, page, copies),
    shouldFocusError: false,
  });
  const { pending, failure, send, clear } = useCommand(command);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [restored, setRestored] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLFormElement>(null);
  const sent = useRef(false);
  useLeaveWarning(form.formState.isDirty && !leaving, sent);
  useEarlyTyping(form, frame);
  const secret = model.fields.some(({ kind }) => kind === "password");
  useKeptTyping(form, secret || leaving ? null : formKey);

  useEffect(() => {
    const kept = keptTyped(formKey);
    if (!kept) return;
    form.reset({ ...initial, ...kept }, { keepDefaultValues: true });
    setRestored(true);
  }, [form, formKey, initial]);

  function showProblems(found: FieldProblems) {
    setProblems(found);
    setTimeout(() => summary.current?.focus());
  }

  async function deliver(values: FormValues) {
    setProblems({});
    const answer = await send(toBody(page, toPayload(model.fields, values), copies));
    if (!answer) return;
    if (answer.done) {
      forgetTyped(formKey);
      setLeaving(true);
      sent.current = true;
      location.assign(nextAddress(props.next, answer.data));
      return;
    }
    if (!secret) keepTyped(formKey, values);
    const { fields } = answer.failure;
    if (Object.keys(fields).length === 0) {
      setLeaving(answer.failure.kind === "signedOut" || answer.failure.kind === "conflict");
      return;
    }
    for (const [path, error] of flatErrors(fieldErrors(fields, model.fields, t), fields)) {
      form.setError(path, error);
    }
    showProblems(fields);
  }

  const submit = form.handleSubmit(deliver, () => {
    clear();
    showProblems(checkModel(model, page, copies)(form.getValues()));
  });

  function discard() {
    forgetTyped(formKey);
    form.reset(initial);
    setRestored(false);
  }

  return { form, frame, pending, failure, problems, restored, leaving, summary, submit, discard };
}

/** The messages of an error tree by path. */
function flatErrors(
  errors: ReturnType<typeof fieldErrors>,
  problems: FieldProblems,
): [string, { type: string; message: string }][] {
  return Object.keys(problems).flatMap((path) => {
    let node: unknown = errors;
    for (const step of path.split(".")) node = childOf(node, step);
    const leaf = childOf(node, "root") ?? node;
    const message = childOf(leaf, "message");
    const type = childOf(leaf, "type");
    return typeof message === "string" && typeof type === "string"
      ? [[path, { type, message }]]
      : [];
  });
}

function childOf(node: unknown, step: string): unknown {
  return typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined;
}

/** The panel of the fields, with what stands beside it. */
function Frame({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  const panel = <div className={styles.panel}>{children}</div>;
  if (!aside) return panel;
  return (
    <div className={styles.beside}>
      {panel}
      <aside className={styles.aside}>{aside}</aside>
    </div>
  );
}

/** The browser's part of {@link CommandForm}. */
export function CommandFormClient(props: CommandFormClientProps) {
  const t = useTranslations("forms");
  const { form, frame, pending, failure, problems, restored, leaving, summary, submit, discard } =
    useCommandForm(props);
  const hasProblems = Object.keys(problems).length > 0;
  const busy = pending || (leaving && !failure);
  return (
    <FormProvider {...form}>
      <KnownFiles.Provider value={props.files}>
        <form
          ref={frame}
          className={classes(styles.form, props.aside !== undefined && styles.wide)}
          onSubmit={submit}
          noValidate
          aria-busy={busy}
        >
          {restored ? (
            <Notice
              title={t("restored")}
              actions={
                <Button type="button" size="small" onClick={discard}>
                  {t("discard")}
                </Button>
              }
            />
          ) : null}
          {hasProblems ? (
            <ErrorSummary fields={props.model.fields} problems={problems} focus={summary} />
          ) : null}
          {failure && !hasProblems ? (
            <FailureNotice key={failure.code} failure={failure} onRetry={() => void submit()} />
          ) : null}
          <Frame aside={props.aside}>
            {props.model.fields.length > 0 ? <FormFields fields={props.model.fields} /> : null}
            <div className={styles.actions}>
              <Button variant={props.tone} disabled={busy}>
                {busy ? t("sending") : props.submitLabel}
              </Button>
              {props.cancelHref ? (
                <LinkButton href={props.cancelHref}>{t("cancel")}</LinkButton>
              ) : null}
              <span className="visuallyHidden" role="status">
                {busy ? t("sending") : ""}
              </span>
            </div>
          </Frame>
        </form>
      </KnownFiles.Provider>
    </FormProvider>
  );
}
