"use client";

import { useTranslations } from "next-intl";
import { type Ref, useEffect, useRef } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { sentenceParams } from "@/components/ui/sentence";
import { Notice } from "@/components/ui/states";
import styles from "./form.module.css";
import { fieldAt } from "./model-path";
import type { Failure } from "./post-command";
import { problemText } from "./problems";
import type { FieldProblems, FormField } from "./types";

/** The id of a field's control, for its label and for links to it. */
export function controlId(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}

/** What was refused, in words: by its code, or at least naming the code. */
export function useFailureText(): (failure: Failure) => string {
  const t = useTranslations("errors");
  return ({ code, params }) => {
    const key = t.has(code) ? code : code === "unknown" ? "unknown" : "refused";
    return t(key, { id: "", ...sentenceParams(params), code });
  };
}

interface FailureNoticeProps {
  failure: Failure;
  onRetry: () => void;
}

function FailureActions({ failure, onRetry }: FailureNoticeProps) {
  const t = useTranslations("forms");
  if (failure.kind === "offline") {
    return (
      <Button type="button" size="small" onClick={onRetry}>
        {t("retry")}
      </Button>
    );
  }
  if (failure.kind === "signedOut") {
    const here = encodeURIComponent(`${location.pathname}${location.search}`);
    return (
      <LinkButton size="small" href={`/sign-in?back=${here}`}>
        {t("signIn")}
      </LinkButton>
    );
  }
  if (failure.kind !== "conflict") return null;
  return (
    <Button type="button" size="small" onClick={() => location.reload()}>
      {t("reload")}
    </Button>
  );
}

/** Says why a command wasn't done and what to do; takes the focus when it appears. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const t = useTranslations("errors");
  const text = useFailureText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.alert}>
      <Notice
        tone="refused"
        title={t("title")}
        actions={<FailureActions failure={failure} onRetry={onRetry} />}
      >
        <p>{text(failure)}</p>
      </Notice>
    </div>
  );
}

interface ErrorSummaryProps {
  fields: readonly FormField[];
  problems: FieldProblems;
  focus: Ref<HTMLDivElement>;
}

/** All refused fields above the form, each a link to its control. */
export function ErrorSummary({ fields, problems, focus }: ErrorSummaryProps) {
  const t = useTranslations("errors");
  const f = useTranslations("forms");
  const entries = Object.entries(problems);
  return (
    <div ref={focus} role="alert" tabIndex={-1} className={styles.alert}>
      <Notice tone="refused" title={f("summary", { count: entries.length })}>
        <ul className={styles.summary}>
          {entries.map(([path, found]) => {
            const field = fieldAt(fields, path);
            const text = found.map((problem) => problemText(t, field, problem)).join("；");
            return (
              <li key={path}>
                {field ? (
                  <a href={`#${controlId(path)}`}>
                    {rowLabel(path, field.label, (row) => f("rowNumber", { row }))}
                  </a>
                ) : null}
                {field ? f("colon") : null}
                {text}
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}

/** Names the line of a table that a field stands in. */
function rowLabel(path: string, label: string, rowText: (row: number) => string): string {
  const row = path.split(".").findLast((step) => /^\d+$/.test(step));
  return row === undefined ? label : `${rowText(Number(row) + 1)} ${label}`;
}
