"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useState } from "react";
import { AutosaveForm } from "@/components/form/autosave-form";
import type { FormField, Json } from "@/components/form/types";
import styles from "./rules.module.css";

interface DraftFormProps {
  command: string;
  draftId: string;
  version: number;
  fields: readonly FormField[];
  values: Readonly<Record<string, Json>>;
  /** The checks of what is saved, drawn by the server. */
  children: ReactNode;
}

/** A draft that saves itself; after each save the server's checks beside it are read again. */
export function DraftForm({ children, ...given }: DraftFormProps) {
  // The form keeps what it began with: the page's new reading changes the checks only.
  const [{ command, draftId, version, fields, values }] = useState(given);
  const [page] = useState({ draftId });
  const { refresh } = useRouter();
  const onSaved = useCallback(() => refresh(), [refresh]);
  return (
    <div className={styles.columns}>
      <AutosaveForm
        command={command}
        fields={fields}
        page={page}
        answersKey="content"
        version={version}
        values={values}
        formKey={`${command}|${draftId}`}
        onSaved={onSaved}
      />
      <aside className={styles.aside} aria-live="polite">
        {children}
      </aside>
    </div>
  );
}
