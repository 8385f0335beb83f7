"use client";

import { useCallback, useState } from "react";
import { z } from "zod";
import { AutosaveForm, type FormPart } from "@/components/form/autosave-form";
import { ConfirmAction } from "@/components/form/confirm-action";
import type { FormField, Json, KnownFile } from "@/components/form/types";
import { LinkButton } from "@/components/ui/button";
import styles from "./application.module.css";
import type { CheckTexts } from "./check-texts";
import { Checklist } from "./checklist";

interface DraftFormProps {
  projectId: string;
  projectVersion: number;
  proposalVersion: number;
  fields: readonly FormField[];
  parts: readonly FormPart[];
  values: Readonly<Record<string, Json>>;
  files: Readonly<Record<string, KnownFile>>;
  checklist: readonly CheckItem[];
  texts: CheckTexts;
  /** Where the unit's administrator submits; null where this person doesn't. */
  submitHref: string | null;
  mayHandOver: boolean;
}

interface CheckItem {
  code: string;
  ok: boolean;
}

const savedShape = z.object({
  checklist: z.array(z.object({ code: z.string(), ok: z.boolean() })),
});

/** The proposal's form, saving itself, with the formal checklist beside it. */
export function DraftForm(props: DraftFormProps) {
  const { projectId, texts } = props;
  const [checklist, setChecklist] = useState(props.checklist);
  const onSaved = useCallback((data: unknown) => {
    const saved = savedShape.safeParse(data);
    if (saved.success) setChecklist(saved.data.checklist);
  }, []);
  return (
    <div className={styles.columns}>
      <AutosaveForm
        command="application.save-draft"
        fields={props.fields}
        parts={props.parts}
        page={{ projectId }}
        answersKey="content"
        versionKey="proposalVersion"
        version={props.proposalVersion}
        values={props.values}
        files={props.files}
        formKey={`application.save-draft|${projectId}`}
        onSaved={onSaved}
      />
      <aside className={styles.aside}>
        <nav className={styles.contents} aria-label={texts.parts}>
          <ol>
            {props.parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <Checklist items={checklist} texts={texts} />
        <div className={styles.next}>
          {props.submitHref ? (
            <LinkButton variant="primary" href={props.submitHref}>
              {texts.submit}
            </LinkButton>
          ) : null}
          {props.mayHandOver ? (
            <ConfirmAction
              command="application.hand-to-unit-admin"
              body={{ projectId, version: props.projectVersion }}
              label={texts.handOver}
              title={texts.handOverTitle}
              next={`/projects/${projectId}`}
              variant="primary"
            >
              <p>{texts.handOverText}</p>
            </ConfirmAction>
          ) : null}
        </div>
      </aside>
    </div>
  );
}
