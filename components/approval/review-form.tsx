"use client";

import { TextInput } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { FormProvider, useForm, useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { FailureNotice } from "@/components/form/failure-notice";
import form from "@/components/form/form.module.css";
import { FormFields } from "@/components/form/form-fields";
import type { Failure } from "@/components/form/post-command";
import type { FormField, Json } from "@/components/form/types";
import { useCommand } from "@/components/form/use-command";
import { Button } from "@/components/ui/button";
import { type Criterion, type Score, weightedTotal } from "@/lib/approval/score-sheet";
import styles from "./approval.module.css";

interface ShownCriterion extends Criterion {
  label: string;
  note?: string;
}

interface ReviewTexts {
  criterion: string;
  weight: string;
  score: string;
  /** Contains `{min}` and `{max}`. */
  bounds: string;
  total: string;
  save: string;
  saved: string;
  submit: string;
  once: string;
  missing: string;
}

interface ReviewFormProps {
  projectId: string;
  assignmentId: string;
  assignmentVersion: number;
  criteria: readonly ShownCriterion[];
  scores: readonly Score[];
  comment: string;
  fields: readonly FormField[];
  texts: ReviewTexts;
}

interface Sheet {
  marks: Record<string, string>;
  comment: string;
  verdict: string;
}

const answered = z.object({ version: z.number() });

/** The marks that are numbers, as the command receives them. */
function scoresIn(marks: Readonly<Record<string, string>>): Score[] {
  return Object.entries(marks).flatMap(([code, text]) => {
    const plain = text.normalize("NFKC").trim();
    return /^\d+(\.\d+)?$/.test(plain) ? [{ code, score: Number(plain) }] : [];
  });
}

function useSheet(props: ReviewFormProps) {
  const { projectId, assignmentId } = props;
  const version = useRef(props.assignmentVersion);
  const save = useCommand("approval.save-review");
  const submit = useCommand("approval.submit-review");
  const [saved, setSaved] = useState(false);
  const [leaving, setLeaving] = useState(false);

  const body = (sheet: Sheet): { [key: string]: Json } => ({
    projectId,
    assignmentId,
    assignmentVersion: version.current,
    comment: sheet.comment,
    scores: scoresIn(sheet.marks).map(({ code, score }) => ({ code, score })),
  });

  async function keep(sheet: Sheet) {
    setSaved(false);
    submit.clear();
    const answer = await save.send(body(sheet));
    if (!answer?.done) return;
    const read = answered.safeParse(answer.data);
    if (read.success) version.current = read.data.version;
    setSaved(true);
  }

  async function deliver(sheet: Sheet) {
    save.clear();
    const answer = await submit.send({ ...body(sheet), verdict: sheet.verdict });
    if (!answer?.done) return;
    setLeaving(true);
    location.assign(`/projects/${projectId}?tab=approval`);
  }

  const failure: Failure | undefined = submit.failure ?? save.failure;
  return { keep, deliver, saved, failure, busy: save.pending || submit.pending || leaving };
}

/** Marks by criterion with the live total, the comment and the verdict; kept as a draft or submitted once. */
export function ReviewForm(props: ReviewFormProps) {
  const { criteria, fields, texts } = props;
  const given = new Map(props.scores.map(({ code, score }) => [code, String(score)]));
  const methods = useForm<Sheet>({
    defaultValues: {
      marks: Object.fromEntries(criteria.map(({ code }) => [code, given.get(code) ?? ""])),
      comment: props.comment,
      verdict: "",
    },
  });
  const sheet = useSheet(props);
  const [incomplete, setIncomplete] = useState(false);

  const submit = methods.handleSubmit((values) => {
    const complete =
      scoresIn(values.marks).length === criteria.length && values.comment.trim() && values.verdict;
    setIncomplete(!complete);
    return complete ? sheet.deliver(values) : undefined;
  });
  return (
    <FormProvider {...methods}>
      <form className={form.form} onSubmit={submit} noValidate aria-busy={sheet.busy}>
        {sheet.failure ? (
          <FailureNotice
            key={sheet.failure.code}
            failure={sheet.failure}
            onRetry={() => void submit()}
          />
        ) : null}
        <div className={form.panel}>
          <Marks criteria={criteria} texts={texts} />
          <FormFields fields={fields} />
          {incomplete ? (
            <p className={form.error} role="alert">
              {texts.missing}
            </p>
          ) : null}
          <p className={form.help}>{texts.once}</p>
          <div className={form.actions}>
            <Button variant="primary" disabled={sheet.busy}>
              {texts.submit}
            </Button>
            <Button
              type="button"
              disabled={sheet.busy}
              onClick={() => void sheet.keep(methods.getValues())}
            >
              {texts.save}
            </Button>
            <span role="status">{sheet.saved ? texts.saved : ""}</span>
          </div>
        </div>
      </form>
    </FormProvider>
  );
}

function Marks({ criteria, texts }: Pick<ReviewFormProps, "criteria" | "texts">) {
  const marks = useWatch<Sheet, "marks">({ name: "marks" });
  const total = useMemo(() => weightedTotal(criteria, scoresIn(marks)), [criteria, marks]);
  return (
    <table className={styles.marks}>
      <thead>
        <tr>
          <th scope="col">{texts.criterion}</th>
          <th scope="col">{texts.weight}</th>
          <th scope="col">{texts.score}</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <Mark key={criterion.code} criterion={criterion} texts={texts} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {texts.total}
          </th>
          <td>
            <output>{total}</output>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Mark({ criterion, texts }: { criterion: ShownCriterion; texts: ReviewTexts }) {
  const { code, label, note, weight, min, max } = criterion;
  const bounds = texts.bounds.replace("{min}", String(min)).replace("{max}", String(max));
  return (
    <tr>
      <th scope="row">
        {label}
        {note ? <span className={form.help}>{note}</span> : null}
      </th>
      <td>{weight}</td>
      <td>
        <MarkInput code={code} label={`${label} (${bounds})`} bounds={bounds} />
      </td>
    </tr>
  );
}

function MarkInput({ code, label, bounds }: { code: string; label: string; bounds: string }) {
  const { register } = useFormContext<Sheet>();
  return (
    <TextInput
      aria-label={label}
      placeholder={bounds}
      inputMode="decimal"
      autoComplete="off"
      {...register(`marks.${code}`)}
    />
  );
}
