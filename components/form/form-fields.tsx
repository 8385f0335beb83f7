"use client";

import { useTranslations } from "next-intl";
import { type FieldValues, get, useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { controlId } from "./failure-notice";
import { FieldControl } from "./field-control";
import styles from "./form.module.css";
import type { FormField, FormValues } from "./types";
import { isShown, toFormValues } from "./values";

const WIDTH = { full: styles.full, half: styles.half, third: styles.third } as const;

function joined(parent: string, name: string): string {
  return parent ? `${parent}.${name}` : name;
}

/** The values beside a field, for those that depend on one another. */
function useBeside(parent: string): FormValues {
  const all = useWatch<FieldValues>();
  const level: unknown = parent ? get(all, parent) : all;
  return typeof level === "object" && level !== null ? { ...level } : {};
}

function Conditional({ field, parent }: { field: FormField; parent: string }) {
  const beside = useBeside(parent);
  return isShown(field, beside) ? <OneField field={field} parent={parent} /> : null;
}

function OneField({ field, parent }: { field: FormField; parent: string }) {
  const path = joined(parent, field.name);
  if (field.kind === "rows") return <Rows field={field} path={path} />;
  if (field.kind !== "group") {
    return (
      <div className={WIDTH[field.width]}>
        <FieldControl field={field} path={path} />
      </div>
    );
  }
  return (
    <fieldset className={classes(styles.group, styles.full)}>
      <legend className={styles.legend}>{field.label}</legend>
      {field.help ? <p className={styles.help}>{field.help}</p> : null}
      {field.note ? <p className={styles.note}>{field.note}</p> : null}
      <AnswerAll fields={field.fields ?? []} parent={path} />
      <FormFields fields={field.fields ?? []} parent={path} />
    </fieldset>
  );
}

const ALIKE_FROM = 4;

/** Many questions with the same answers: the first answer for all of them at once. */
function AnswerAll({ fields, parent }: { fields: readonly FormField[]; parent: string }) {
  const t = useTranslations("forms");
  const { setValue } = useFormContext<FieldValues>();
  const answers = (field: FormField) => field.choices?.map(({ value }) => value).join();
  const [first] = fields;
  const choice = first?.choices?.[0];
  const alike =
    fields.length >= ALIKE_FROM &&
    fields.every(
      (field) => field.kind === "radio" && answers(field) === answers(fields[0] ?? field),
    );
  if (!alike || !choice) return null;
  return (
    <div className={styles.answerAll}>
      <Button
        type="button"
        size="small"
        onClick={() => {
          for (const { name } of fields) {
            setValue(joined(parent, name), choice.value, { shouldDirty: true });
          }
        }}
      >
        {t("answerAll", { answer: choice.label })}
      </Button>
    </div>
  );
}

interface LineProps {
  columns: readonly FormField[];
  path: string;
  index: number;
  /** Many or long fields stand below one another, each with its label. */
  tall: boolean;
  onRemove?: () => void;
}

/** What a given line is called: the text of its key. */
function useLineName(columns: readonly FormField[], path: string): string | undefined {
  const { getValues } = useFormContext<FieldValues>();
  const key = columns.find((column) => column.kind === "hidden");
  if (!key) return undefined;
  const value: unknown = getValues(`${path}.${key.name}`);
  return key.choices?.find((choice) => choice.value === value)?.label ?? String(value ?? "");
}

function Line({ columns, path, index, tall, onRemove }: LineProps) {
  const t = useTranslations("forms");
  const name = useLineName(columns, path);
  const beside = useBeside(path);
  return (
    <fieldset
      className={classes(
        styles.group,
        styles.line,
        index === 0 && styles.first,
        tall && styles.tall,
      )}
      aria-label={name ?? t("rowNumber", { row: index + 1 })}
    >
      <span className={styles.lineNumber} aria-hidden="true">
        {index + 1}
      </span>
      <div className={styles.lineBody}>
        {name ? <p className={styles.lineName}>{name}</p> : null}
        <div className={styles.lineFields}>
          {columns.map((column) =>
            column.kind === "hidden" || !isShown(column, beside) ? null : (
              <LineField key={column.name} field={column} parent={path} tall={tall} />
            ),
          )}
        </div>
      </div>
      {onRemove ? (
        <div className={styles.lineRemove}>
          <Button
            type="button"
            variant="quiet"
            aria-label={t("removeRowNumber", { row: index + 1 })}
            onClick={onRemove}
          >
            {t("removeRow")}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** In a tall line a field has its own width and may hold groups and lines itself. */
function LineField({ field, parent, tall }: { field: FormField; parent: string; tall: boolean }) {
  if (tall) return <OneField field={field} parent={parent} />;
  return (
    <div>
      <FieldControl field={field} path={`${parent}.${field.name}`} />
    </div>
  );
}

const COLUMNS_IN_A_LINE = 4;

function isTall(columns: readonly FormField[]): boolean {
  const shown = columns.filter(({ kind }) => kind !== "hidden");
  return (
    shown.length > COLUMNS_IN_A_LINE ||
    shown.some(({ kind }) => kind === "longText" || kind === "file" || kind === "files")
  );
}

/** An array of objects, one line each: like a table, and like cards on a phone. */
function Rows({ field, path }: { field: FormField; path: string }) {
  const t = useTranslations("forms");
  const { formState } = useFormContext<FieldValues>();
  const { fields: lines, append, remove } = useFieldArray<FieldValues>({ name: path });
  const found: unknown =
    get(formState.errors, `${path}.root.message`) ?? get(formState.errors, `${path}.message`);
  const full = field.maxItems !== undefined && lines.length >= field.maxItems;
  const columns = field.fields ?? [];
  const given = columns.some(({ kind }) => kind === "hidden");
  return (
    <fieldset className={classes(styles.group, styles.full)} id={controlId(path)} tabIndex={-1}>
      <legend className={styles.legend}>{field.label}</legend>
      <div className={styles.lines}>
        {field.help ? <p className={styles.help}>{field.help}</p> : null}
        {field.note ? <p className={styles.note}>{field.note}</p> : null}
        {lines.map((line, index) => (
          <Line
            key={line.id}
            columns={columns}
            path={`${path}.${index}`}
            index={index}
            tall={given || isTall(columns)}
            onRemove={given ? undefined : () => remove(index)}
          />
        ))}
        {typeof found === "string" ? <p className={styles.error}>{found}</p> : null}
        {given ? null : (
          <div>
            <Button
              type="button"
              size="small"
              disabled={full}
              onClick={() => append(toFormValues(columns, {}))}
            >
              {t("addRow")}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}

/** Draws fields in the order of their schema. Needs react-hook-form's `FormProvider` around it. */
export function FormFields({
  fields,
  parent = "",
}: {
  fields: readonly FormField[];
  parent?: string;
}) {
  return (
    <div className={styles.fields}>
      {fields.map((field) =>
        field.showWhen ? (
          <Conditional key={field.name} field={field} parent={parent} />
        ) : (
          <OneField key={field.name} field={field} parent={parent} />
        ),
      )}
    </div>
  );
}
