"use client";

import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { z } from "zod";
import { FailureNotice } from "@/components/form/failure-notice";
import form from "@/components/form/form.module.css";
import { FormFields } from "@/components/form/form-fields";
import { useCommand } from "@/components/form/use-command";
import { Button } from "@/components/ui/button";
import { ImportFindings } from "./import-findings";
import type { ImportTexts } from "./import-texts";

const answerShape = z.object({
  registrationId: z.string().nullable(),
  problems: z.array(
    z.object({
      row: z.number(),
      column: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      severity: z.enum(["error", "warning"]),
    }),
  ),
  preview: z.array(
    z.object({
      row: z.number(),
      title: z.string(),
      unitName: z.string(),
      state: z.string(),
      grant: z.string(),
    }),
  ),
});

export type ImportAnswer = z.output<typeof answerShape>;

interface Typed {
  fileId: string;
  note: string;
}

/** Upload, dry run, findings by row and column, and only then the batch. */
export function ImportForm({ texts }: { texts: ImportTexts }) {
  const { words } = texts;
  const methods = useForm<Typed>({ defaultValues: { fileId: "", note: "" } });
  const { pending, failure, send, clear } = useCommand("application.import-ledger");
  const [checked, setChecked] = useState<{ fileId: string; answer: ImportAnswer }>();
  const [leaving, setLeaving] = useState(false);
  const [missing, setMissing] = useState(false);

  async function run(dryRun: boolean) {
    const { fileId, note } = methods.getValues();
    setMissing(fileId === "");
    if (fileId === "") return;
    clear();
    const given = note.trim();
    const answer = await send({ fileId, dryRun, ...(given ? { note: given } : {}) });
    if (!answer?.done) return;
    const read = answerShape.safeParse(answer.data);
    if (!read.success) return;
    if (read.data.registrationId === null) return setChecked({ fileId, answer: read.data });
    setLeaving(true);
    location.assign(`/registrations/${read.data.registrationId}`);
  }

  const current = checked?.fileId === methods.watch("fileId") ? checked.answer : undefined;
  const errors = current?.problems.filter(({ severity }) => severity === "error").length ?? 0;
  const busy = pending || leaving;
  return (
    <FormProvider {...methods}>
      <form
        className={form.form}
        noValidate
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          void run(true);
        }}
      >
        {failure ? (
          <FailureNotice key={failure.code} failure={failure} onRetry={() => void run(true)} />
        ) : null}
        <div className={form.panel}>
          <FormFields fields={[texts.file, texts.note]} />
          {missing ? (
            <p className={form.error} role="alert">
              {words.chooseFile}
            </p>
          ) : null}
          <div className={form.actions}>
            <Button variant={current ? "secondary" : "primary"} disabled={busy}>
              {pending ? words.checking : words.check}
            </Button>
            {current && errors === 0 ? (
              <Button
                type="button"
                variant="primary"
                disabled={busy}
                onClick={() => void run(false)}
              >
                {words.store}
              </Button>
            ) : null}
          </div>
        </div>
      </form>
      {current ? <ImportFindings answer={current} texts={texts} /> : null}
    </FormProvider>
  );
}
