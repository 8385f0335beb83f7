"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type FieldValues, FormProvider, set, type UseFormReturn, useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";
import { FailureNotice } from "./failure-notice";
import { KnownFiles } from "./file-control";
import styles from "./form.module.css";
import { FormFields } from "./form-fields";
import { forgetTyped, keepTyped, keptTyped } from "./kept";
import { fieldAt } from "./model-path";
import type { Failure } from "./post-command";
import { type ErrorTexts, problemText } from "./problems";
import type { FormField, FormValues, Json, KnownFile } from "./types";
import { useCommand } from "./use-command";
import { useSaveBeforeLeaving } from "./use-save-before-leaving";
import { toFormValues, toPayload, unreadableNumbers } from "./values";

const SAVE_AFTER_MS = 1500;

/** A part of a long form under its own heading. */
export interface FormPart {
  id: string;
  title: string;
  /** What to know before answering. */
  intro?: ReactNode;
  fields: readonly FormField[];
}

interface AutosaveFormProps {
  /** The command that saves; its body is `{...page, [versionKey]: version, [answersKey]: answers}`. */
  command: string;
  fields: readonly FormField[];
  /** The same fields in parts, for a long form. */
  parts?: readonly FormPart[];
  page: { [key: string]: Json };
  answersKey: string;
  /** What the command calls the version saved, `version` by default. */
  versionKey?: string;
  version: number;
  /** Gets what the command answers to each save. */
  onSaved?: (data: unknown) => void;
  values: Readonly<Record<string, Json>>;
  files?: Readonly<Record<string, KnownFile>>;
  formKey: string;
  /** What stands below the fields, such as the check before submitting. */
  children?: ReactNode;
}

/** Saving answers the new version and the time; a conflict may carry what is saved now. */
const savedShape = z.looseObject({ savedAt: z.string().optional() });
const currentShape = z.object({
  version: z.number(),
  current: z.union([
    z.record(z.string(), z.json()),
    z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.record(z.string(), z.json())),
  ]),
});

interface Theirs {
  version: number;
  values: FormValues;
}

function theirsIn(failure: Failure, fields: readonly FormField[]): Theirs | undefined {
  const parsed = currentShape.safeParse(failure.params);
  if (failure.kind !== "conflict" || !parsed.success) return undefined;
  return { version: parsed.data.version, values: toFormValues(fields, parsed.data.current) };
}

/** What can be saved now: numbers that are none are left out, and told by their paths. */
function savable(fields: readonly FormField[], values: FieldValues) {
  const wrong = unreadableNumbers(fields, values);
  const kept: FieldValues = structuredClone(values);
  for (const path of wrong) set(kept, path, "");
  return { values: kept, wrong };
}

interface Refused {
  fields: readonly FormField[];
  answersKey: string;
  t: ErrorTexts;
}

/** Marks the fields that the server refused. */
function markRefused(
  form: UseFormReturn<FieldValues>,
  failure: Failure,
  { fields, answersKey, t }: Refused,
): void {
  for (const [path, problems] of Object.entries(failure.fields)) {
    const own = path.startsWith(`${answersKey}.`) ? path.slice(answersKey.length + 1) : path;
    const field = fieldAt(fields, own);
    const [first] = problems;
    if (field && first)
      form.setError(own, { type: first.code, message: problemText(t, field, first) });
  }
}

type SaveState = { kind: "idle" | "unsaved" | "saving" | "failed" } | { kind: "saved"; at: string };

/** Saves whatever was typed some time after the last key, one save at a time. */
function useAutosave(props: AutosaveFormProps) {
  const { command, fields, page, answersKey, versionKey = "version", formKey, onSaved } = props;
  const initial = useMemo(() => toFormValues(fields, props.values), [fields, props.values]);
  const form = useForm<FieldValues>({ defaultValues: initial });
  const t = useTranslations("errors");
  const { failure, send, clear } = useCommand(command);
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [theirs, setTheirs] = useState<Theirs>();
  const version = useRef(props.version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const changed = useRef(0);
  const stored = useRef(0);
  const underway = useRef<Promise<boolean>>(undefined);

  const saveOnce = useCallback(async () => {
    const asked = changed.current;
    const { values, wrong } = savable(fields, form.getValues());
    form.clearErrors();
    for (const path of wrong) {
      form.setError(path, { type: "invalid_decimal", message: t("field.invalid_decimal") });
    }
    setState({ kind: "saving" });
    const body = {
      ...page,
      [versionKey]: version.current,
      [answersKey]: toPayload(fields, values),
    };
    const answer = await send(body);
    if (!answer?.done) {
      if (answer) {
        setTheirs(theirsIn(answer.failure, fields));
        markRefused(form, answer.failure, { fields, answersKey, t });
      }
      setState({ kind: "failed" });
      return false;
    }
    const saved = savedShape.safeParse(answer.data);
    const next = saved.data?.[versionKey];
    if (typeof next === "number") version.current = next;
    onSaved?.(answer.data);
    stored.current = asked;
    if (asked === changed.current) {
      forgetTyped(formKey);
      setState({ kind: "saved", at: saved.data?.savedAt ?? "" });
    }
    return true;
  }, [form, send, page, answersKey, versionKey, fields, formKey, onSaved, t]);

  /** Saves until nothing is left to save; false where the server refused or can't be reached. */
  const save = useCallback(() => {
    clearTimeout(timer.current);
    underway.current ??= (async () => {
      let saved = await saveOnce();
      while (saved && stored.current !== changed.current) saved = await saveOnce();
      return saved;
    })().finally(() => {
      underway.current = undefined;
    });
    return underway.current;
  }, [saveOnce]);

  const unsaved = useCallback(() => stored.current !== changed.current, []);
  useSaveBeforeLeaving(unsaved, save);

  const changedNow = useCallback(() => {
    changed.current += 1;
    keepTyped(formKey, form.getValues());
    setState({ kind: "unsaved" });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (unsaved()) void save();
    }, SAVE_AFTER_MS);
  }, [form, formKey, save, unsaved]);

  useEffect(() => {
    const kept = keptTyped(formKey);
    if (kept) {
      form.reset({ ...initial, ...kept });
      changedNow();
    }
    const stop = form.subscribe({ formState: { values: true }, callback: changedNow });
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [form, formKey, initial, changedNow]);

  function settle(take: "mine" | "theirs") {
    if (!theirs) return;
    version.current = theirs.version;
    if (take === "theirs") form.reset(theirs.values);
    setTheirs(undefined);
    clear();
    if (take === "mine") void save();
    else {
      forgetTyped(formKey);
      clearTimeout(timer.current);
      setState({ kind: "idle" });
    }
  }

  return { form, failure, state, theirs, save, settle };
}

function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations("forms");
  const locale = useLocale();
  if (state.kind === "idle") return <p className={styles.saveState} role="status" />;
  if (state.kind !== "saved") {
    const key = { unsaved: "unsaved", saving: "saving", failed: "notSaved" } as const;
    return (
      <p className={styles.saveState} role="status">
        {t(key[state.kind])}
      </p>
    );
  }
  const time = state.at
    ? new Date(state.at).toLocaleTimeString(locale, {
        timeZone: "Asia/Shanghai",
        hour: "2-digit",
        minute: "2-digit",
        hour12: false,
      })
    : "";
  return (
    <p className={styles.saveState} role="status">
      {t("saved", { time })}
    </p>
  );
}

/** A value in words; a group question by question, each on its line. */
function shown({ kind, fields = [] }: FormField, value: unknown, empty: string): string {
  if (value === undefined || value === "" || value === null) return empty;
  if (kind === "group" && typeof value === "object") {
    const answers = new Map<string, unknown>(Object.entries(value));
    return fields
      .map((field) => `${field.label}: ${shown(field, answers.get(field.name), empty)}`)
      .join("\n");
  }
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}

interface ConflictProps {
  fields: readonly FormField[];
  mine: FieldValues;
  theirs: FormValues;
  onSettle: (take: "mine" | "theirs") => void;
}

/** Both texts of every field that differs, and the choice between them. */
function Conflict({ fields, mine, theirs, onSettle }: ConflictProps) {
  const t = useTranslations("forms");
  const differing = fields.filter(
    ({ name }) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]),
  );
  return (
    <div role="alert" className={styles.alert}>
      <Notice
        tone="warning"
        title={t("conflictTitle")}
        actions={
          <>
            <Button type="button" variant="primary" onClick={() => onSettle("mine")}>
              {t("keepMine")}
            </Button>
            <Button type="button" onClick={() => onSettle("theirs")}>
              {t("takeTheirs")}
            </Button>
          </>
        }
      >
        <p>{t("conflictText")}</p>
        {differing.map((field) => (
          <div key={field.name}>
            <h3>{field.label}</h3>
            <div className={styles.sideBySide}>
              <div className={styles.version}>
                <p className={styles.help}>{t("mine")}</p>
                {shown(field, mine[field.name], t("empty"))}
              </div>
              <div className={styles.version}>
                <p className={styles.help}>{t("theirs")}</p>
                {shown(field, theirs[field.name], t("empty"))}
              </div>
            </div>
          </div>
        ))}
      </Notice>
    </div>
  );
}

/**
 * A form that saves itself: a draft in progress. What isn't saved yet stays in this tab; when a
 * colleague was faster, both texts are shown. A 409 `version_conflict` carries `version` and
 * `current` (the saved answers, an object or its JSON) in its params. Needs {@link FormProviders}.
 */
export function AutosaveForm(props: AutosaveFormProps) {
  const { form, failure, state, theirs, save, settle } = useAutosave(props);
  return (
    <FormProvider {...form}>
      <KnownFiles.Provider value={props.files ?? {}}>
        <form className={styles.form} onSubmit={(event) => event.preventDefault()} noValidate>
          <SaveStatus state={state} />
          {theirs ? (
            <Conflict
              fields={props.fields}
              mine={form.getValues()}
              theirs={theirs.values}
              onSettle={settle}
            />
          ) : null}
          {failure && !theirs ? (
            <FailureNotice key={failure.code} failure={failure} onRetry={() => void save()} />
          ) : null}
          <div className={styles.panel}>
            {props.parts?.map(({ id, title, intro, fields }) => (
              <section key={id} id={id} className={styles.part} aria-labelledby={`${id}-title`}>
                <h2 id={`${id}-title`}>{title}</h2>
                {intro}
                <FormFields fields={fields} />
              </section>
            )) ?? <FormFields fields={props.fields} />}
            {props.children}
          </div>
        </form>
      </KnownFiles.Provider>
    </FormProvider>
  );
}
