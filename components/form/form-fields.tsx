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
      <FormFields fields={field.fields ?? []} parent={path} />
    </fieldset>
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
  return (
    <fieldset className={classes(styles.group, styles.full)} id={controlId(path)} tabIndex={-1}>
      <legend className={styles.legend}>{field.label}</legend>
      <div className={styles.lines}>
        {field.help ? <p className={styles.help}>{field.help}</p> : null}
        {lines.map((line, index) => (
          <fieldset
            key={line.id}
            className={classes(styles.group, styles.line, index === 0 && styles.first)}
            aria-label={t("rowNumber", { row: index + 1 })}
          >
            <span className={styles.lineNumber} aria-hidden="true">
              {index + 1}
            </span>
            <div className={styles.lineFields}>
              {columns.map((column) => (
                <FieldControl
                  key={column.name}
                  field={column}
                  path={`${path}.${index}.${column.name}`}
                />
              ))}
            </div>
            <div className={styles.lineRemove}>
              <Button
                type="button"
                variant="quiet"
                aria-label={t("removeRowNumber", { row: index + 1 })}
                onClick={() => remove(index)}
              >
                {t("removeRow")}
              </Button>
            </div>
          </fieldset>
        ))}
        {typeof found === "string" ? <p className={styles.error}>{found}</p> : null}
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
