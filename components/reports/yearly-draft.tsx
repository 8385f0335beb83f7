"use client";

import { useCallback, useState } from "react";
import { z } from "zod";
import { AutosaveForm, type FormPart } from "@/components/form/autosave-form";
import type { FormField, Json } from "@/components/form/types";
import { LinkButton } from "@/components/ui/button";
import styles from "./reports.module.css";

interface Missing {
  reportId: string;
  field: string;
}

interface YearlyDraftProps {
  yearlyFormId: string;
  version: number;
  fields: readonly FormField[];
  parts: readonly FormPart[];
  values: Readonly<Record<string, Json>>;
  missing: readonly Missing[];
  /** Names of the projects by report, and of the questions. */
  names: Readonly<Record<string, string>>;
  questions: Readonly<Record<string, string>>;
  texts: {
    missing: string;
    ready: string;
    toReview: string;
    adminOnly: string;
    sameAsLast: string;
  };
  /** Where the administrator checks and hands in; null for the others. */
  reviewHref: string | null;
}

const savedShape = z.object({
  missing: z.array(z.object({ reportId: z.string(), field: z.string() })),
});

/** The year's form of a unit, saving itself, with what is still missing beside it. */
export function YearlyDraft(props: YearlyDraftProps) {
  const { yearlyFormId, texts } = props;
  const [missing, setMissing] = useState(props.missing);
  const onSaved = useCallback((data: unknown) => {
    const saved = savedShape.safeParse(data);
    if (saved.success) setMissing(saved.data.missing);
  }, []);
  return (
    <div className={styles.columns}>
      <AutosaveForm
        command="reports.save-yearly-form"
        fields={props.fields}
        parts={props.parts}
        page={{ yearlyFormId }}
        answersKey="content"
        version={props.version}
        values={props.values}
        formKey={`reports.save-yearly-form|${yearlyFormId}`}
        onSaved={onSaved}
      />
      <aside className={styles.aside}>
        <div className={styles.box} aria-live="polite">
          <h2>{texts.missing}</h2>
          {missing.length === 0 ? (
            <p>{texts.ready}</p>
          ) : (
            <ul>
              {missing.map(({ reportId, field }) => (
                <li key={reportId}>
                  <a href={`#report-${reportId}`}>{props.names[reportId]}</a>
                  <span className={styles.sub}>
                    {field === "unchanged" ? texts.sameAsLast : props.questions[field]}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
        {props.reviewHref ? (
          <LinkButton variant="primary" href={props.reviewHref}>
            {texts.toReview}
          </LinkButton>
        ) : (
          <p className={styles.sub}>{texts.adminOnly}</p>
        )}
      </aside>
    </div>
  );
}
