"use client";

import {
  Checkbox,
  MultiSelect,
  NativeSelect,
  Radio,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useTranslations } from "next-intl";
import { type FieldValues, type UseControllerReturn, useController } from "react-hook-form";
import { controlId } from "./failure-notice";
import { FileControl } from "./file-control";
import styles from "./form.module.css";
import type { FormField, FormValue } from "./types";

interface ControlProps {
  field: FormField;
  path: string;
}

type Bound = UseControllerReturn<FieldValues, string>;

/** The help, and what was said when the form came back. */
function described({ help, note }: FormField) {
  if (!note) return help;
  return (
    <>
      {help}
      <span className={styles.note}>{note}</span>
    </>
  );
}

const LIST_KINDS = new Set<FormField["kind"]>(["multiSelect", "files"]);

/** A list that the command expects may still be empty. */
function mustFill({ kind, required, minItems = 0 }: FormField): boolean {
  return required && (!LIST_KINDS.has(kind) || minItems > 0);
}

/** What every control has in common: its name, its words, its error. */
function commonProps(field: FormField, path: string, { fieldState, field: bound }: Bound) {
  return {
    id: controlId(path),
    name: path,
    label: field.label,
    description: described(field),
    required: mustFill(field),
    error: fieldState.error?.message,
    ref: bound.ref,
    onBlur: bound.onBlur,
  };
}

function asText(value: FormValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function asList(value: FormValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

const NUMBER_KINDS = new Set(["money", "decimal", "integer", "percent"]);
const INPUT_TYPES: Partial<Record<FormField["kind"], string>> = {
  instant: "datetime-local",
  password: "password",
};
const NATIVE_UP_TO = 12;

/** `2026/3/5`, `2026.3.5`, `20260305` and `2026年3月5日` as `2026-03-05`; otherwise null. */
export function readDate(text: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  const parts = compact ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text.trim());
  if (!parts) return null;
  const [, year = "", month = "", day = ""] = parts;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return Number.isNaN(Date.parse(date)) ? null : date;
}

/** Roughly how wide a unit is, in em: Han characters one, others half. */
function textWidth(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (char > "\u2e7f" ? 1 : 0.6), 1.2);
}

function TextControl({ field, path, bound }: ControlProps & { bound: Bound }) {
  const t = useTranslations("forms");
  const unit = field.unit ?? (field.kind === "money" ? t("wan") : undefined);
  const suffix = field.kind === "percent" ? "%" : unit;
  const numeric = NUMBER_KINDS.has(field.kind);
  return (
    <TextInput
      {...commonProps(field, path, bound)}
      value={asText(bound.field.value)}
      onChange={bound.field.onChange}
      type={INPUT_TYPES[field.kind] ?? "text"}
      inputMode={numeric ? (field.kind === "integer" ? "numeric" : "decimal") : undefined}
      autoComplete={field.autoComplete ?? "off"}
      rightSection={suffix ? <span aria-hidden="true">{suffix}</span> : undefined}
      rightSectionWidth={suffix ? `${textWidth(suffix)}em` : undefined}
      rightSectionPointerEvents="none"
      aria-label={suffix ? `${field.label} (${suffix})` : undefined}
    />
  );
}

function ChoiceControl({ field, path, bound }: ControlProps & { bound: Bound }) {
  const t = useTranslations("forms");
  const choices = field.choices ?? [];
  const value = asText(bound.field.value);
  const props = commonProps(field, path, bound);
  if (choices.length > NATIVE_UP_TO) {
    return (
      <Select
        {...props}
        data={choices}
        value={value || null}
        onChange={(next) => bound.field.onChange(next ?? "")}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        clearable={!field.required}
        clearButtonProps={{ "aria-label": t("clear", { field: field.label }) }}
        nothingFoundMessage={t("nothingFound")}
        placeholder={t("choose")}
      />
    );
  }
  return (
    <NativeSelect
      {...props}
      data={[{ value: "", label: t("choose") }, ...choices]}
      value={value}
      onChange={bound.field.onChange}
    />
  );
}

function MultiChoiceControl({ field, path, bound }: ControlProps & { bound: Bound }) {
  const t = useTranslations("forms");
  return (
    <MultiSelect
      {...commonProps(field, path, bound)}
      data={field.choices ?? []}
      value={asList(bound.field.value)}
      onChange={bound.field.onChange}
      searchable
      selectFirstOptionOnChange
      clearable
      clearButtonProps={{ "aria-label": t("clear", { field: field.label }) }}
    />
  );
}

function RadioControl({ field, path, bound }: ControlProps & { bound: Bound }) {
  const { id, ref, onBlur, ...props } = commonProps(field, path, bound);
  return (
    <Radio.Group
      {...props}
      value={asText(bound.field.value)}
      onChange={bound.field.onChange}
      onBlur={onBlur}
    >
      <Stack gap={6} mt={4}>
        {(field.choices ?? []).map(({ value, label }, index) => (
          <Radio
            key={value}
            value={value}
            label={label}
            id={index === 0 ? id : undefined}
            ref={index === 0 ? ref : undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function DateControl({ field, path, bound }: ControlProps & { bound: Bound }) {
  const t = useTranslations("forms");
  return (
    <DateInput
      {...commonProps(field, path, bound)}
      value={asText(bound.field.value) || null}
      onChange={(next) => bound.field.onChange(next ?? "")}
      valueFormat="YYYY-MM-DD"
      dateParser={readDate}
      placeholder={t("datePlaceholder")}
      clearable={!field.required}
      clearButtonProps={{ "aria-label": t("clear", { field: field.label }) }}
      autoComplete="off"
    />
  );
}

/** One control, bound to its place in the form. Groups and rows are drawn by `FormFields`. */
export function FieldControl({ field, path }: ControlProps) {
  const bound = useController<FieldValues, string>({ name: path });
  const props = { field, path, bound };
  switch (field.kind) {
    case "longText":
      return (
        <Textarea
          {...commonProps(field, path, bound)}
          value={asText(bound.field.value)}
          onChange={bound.field.onChange}
          autosize
          minRows={field.lines ?? 4}
          maxRows={24}
        />
      );
    case "checkbox":
      return (
        <Checkbox
          {...commonProps(field, path, bound)}
          checked={bound.field.value === true}
          onChange={(event) => bound.field.onChange(event.currentTarget.checked)}
        />
      );
    case "multiSelect":
      return <MultiChoiceControl {...props} />;
    case "select":
    case "person":
      return <ChoiceControl {...props} />;
    case "radio":
      return <RadioControl {...props} />;
    case "date":
      return <DateControl {...props} />;
    case "file":
    case "files":
      return <FileControl {...props} />;
    default:
      return <TextControl {...props} />;
  }
}
