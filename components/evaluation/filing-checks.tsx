"use client";

import { type FieldValues, useWatch } from "react-hook-form";
import {
  checkFiling,
  type Lack,
  type TypedLine,
  typedSpending,
} from "@/lib/evaluation/filing-check";
import type { ScoringRule } from "@/lib/evaluation/scoring/rule";
import type { ScoredIndicator } from "@/lib/evaluation/scoring/types";
import styles from "./evaluation.module.css";

interface FilingChecksProps {
  rule: ScoringRule;
  lines: readonly {
    name: string;
    proven: boolean;
    known: string | null;
    indicator: ScoredIndicator;
  }[];
  /** The rule asks for a special audit. */
  auditAsked: boolean;
  documents: readonly { kind: string; name: string; there: boolean }[];
  texts: {
    title: string;
    route: string;
    selfTotal: string;
    parts: Record<"summary" | "account" | "audit" | "lines", string>;
    done: string;
    missing: string;
    count: string;
    lacks: Record<Lack, string>;
    unproven: string;
    unprovenHint: string;
    separator: string;
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const partsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};

function typedLine(value: unknown): TypedLine {
  const line = partsOf(value);
  return {
    indicatorCode: textOf(line.indicatorCode),
    value: textOf(line.value),
    achievement: textOf(line.achievement),
    score: textOf(line.score),
    notApplicable: line.notApplicable === true,
    reason: textOf(line.reason),
    improvement: textOf(line.improvement),
  };
}

/** What the form holds now, and what it lacks. */
function useFiling({ rule, lines, documents }: FilingChecksProps) {
  const values = useWatch<FieldValues>();
  const typed: TypedLine[] = Array.isArray(values.lines) ? values.lines.map(typedLine) : [];
  const account = partsOf(values.finalAccount);
  const spent = typedSpending(
    ["grantSpent", "ownSpent", "otherSpent"].map((name) => textOf(account[name])),
  );
  const attached = new Set(
    (Array.isArray(values.documents) ? values.documents : []).map((file) =>
      textOf(partsOf(file).documentKind),
    ),
  );
  const places = new Map(typed.map(({ indicatorCode }, at) => [indicatorCode, at]));
  const stated = new Map(typed.map((line) => [line.indicatorCode, line]));
  const { lacking, selfTotal } = checkFiling(
    rule,
    lines.map(({ indicator }) => indicator),
    typed,
    spent,
  );
  return {
    selfTotal,
    lacking,
    /** The field that a lack of this line is mended in. */
    fieldOf: (code: string, lack: Lack | undefined): string => {
      const kind = lines.find(({ indicator }) => indicator.code === code)?.indicator.kind;
      if (kind === "budget_execution" && lack === "value") return "finalAccount-grantSpent";
      const name = lack === "value" && kind === "qualitative" ? "achievement" : lack;
      return `lines-${places.get(code) ?? 0}-${name ?? "value"}`;
    },
    /** Values that nothing shows yet; one that Kehe's own records say stands on them. */
    unproven: lines.filter(({ proven, known, indicator: { code, kind } }) => {
      const line = stated.get(code);
      if (proven || kind === "budget_execution" || line === undefined) return false;
      return !line.notApplicable && line.value !== known;
    }),
    audit: textOf(account.auditReport).trim() !== "",
    summary: textOf(values.summary).trim() !== "",
    account: spent !== null && textOf(account.irregularPayments).trim() !== "",
    missing: documents.filter(({ kind, there }) => !there && !attached.has(kind)),
  };
}

interface CheckProps {
  ok: boolean;
  name: string;
  href: string;
  sign: string;
}

function Check({ ok, name, href, sign }: CheckProps) {
  return (
    <li className={ok ? styles.checkDone : styles.checkOpen}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {ok ? <path d="m1.2 5.4 2.6 2.6 5-6" /> : <circle cx="5" cy="5" r="3.5" />}
      </svg>
      {ok ? <span>{name}</span> : <a href={href}>{name}</a>}
      <span className={styles.checkSign}>{sign}</span>
    </li>
  );
}

/** Is the acceptance file complete? Follows what is typed; each lack leads to its field. */
export function FilingChecks(props: FilingChecksProps) {
  const { lines, documents, texts } = props;
  const now = useFiling(props);
  const nameOf = (code: string) =>
    lines.find(({ indicator }) => indicator.code === code)?.name ?? code;
  const sign = (ok: boolean) => (ok ? texts.done : texts.missing);
  const fileRows = documents.map(({ kind, name }) => ({
    kind,
    name: `${kind} ${name}`,
    ok: !now.missing.some((row) => row.kind === kind),
  }));
  const complete = lines.length - now.lacking.length;
  return (
    <section className={styles.checks} aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p className={styles.sub}>{texts.route}</p>
      <p className={styles.checkTotal} role="status">
        {texts.selfTotal} <strong>{now.selfTotal ?? "—"}</strong>
      </p>
      <ul>
        <Check
          ok={now.summary}
          name={texts.parts.summary}
          href="#field-summary"
          sign={sign(now.summary)}
        />
        <Check
          ok={now.account}
          name={texts.parts.account}
          href="#field-finalAccount-grantSpent"
          sign={sign(now.account)}
        />
        {props.auditAsked ? (
          <Check
            ok={now.audit}
            name={texts.parts.audit}
            href="#field-finalAccount-auditReport"
            sign={sign(now.audit)}
          />
        ) : null}
        {fileRows.map(({ kind, name, ok }) => (
          <Check key={kind} ok={ok} name={name} href="#field-documents" sign={sign(ok)} />
        ))}
        <Check
          ok={now.lacking.length === 0}
          name={texts.parts.lines}
          href={`#field-${now.fieldOf(now.lacking[0]?.code ?? "", now.lacking[0]?.lacks[0])}`}
          sign={texts.count
            .replace("{done}", String(complete))
            .replace("{all}", String(lines.length))}
        />
      </ul>
      {now.lacking.length > 0 ? (
        <ul className={styles.checkLines}>
          {now.lacking.map(({ code, lacks }) => (
            <li key={code}>
              <a href={`#field-${now.fieldOf(code, lacks[0])}`}>
                {code} {nameOf(code)}
              </a>{" "}
              <span className={styles.sub}>
                {lacks.map((lack) => texts.lacks[lack]).join(texts.separator)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {now.unproven.length > 0 ? (
        <details className={styles.fold}>
          <summary>{texts.unproven.replace("{count}", String(now.unproven.length))}</summary>
          <p className={styles.sub}>{texts.unprovenHint}</p>
          <p className={styles.sub}>
            {now.unproven.map(({ indicator }) => indicator.code).join(" ")}
          </p>
        </details>
      ) : null}
    </section>
  );
}
