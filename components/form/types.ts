import type { FieldKind, FieldMeta } from "@/lib/kernel/field";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Choice {
  value: string;
  label: string;
  /** Shown, with the reason in its label, but not to be chosen. */
  disabled?: boolean;
}

/** One field as the browser draws it: plain data, its texts already in the reader's language. */
export interface FormField {
  name: string;
  /** `hidden` only inside `rows`: the key that names a given line. */
  kind: FieldKind;
  label: string;
  help?: string;
  /** What somebody said about this field when the form came back. */
  note?: string;
  required: boolean;
  /** The JSON type that the command expects. */
  posts: "string" | "number" | "boolean";
  nullable: boolean;
  width: NonNullable<FieldMeta["width"]>;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  choices?: Choice[];
  unit?: string;
  lines?: number;
  accept?: readonly string[];
  maxBytes?: number;
  showWhen?: FieldMeta["showWhen"];
  autoComplete?: string;
  /** Of a group, of each line of `rows`, or of `files` that carry more than an id. */
  fields?: FormField[];
}

/** A form: its fields, and the JSON schema that the browser checks the answer against. */
export interface FormModel {
  fields: FormField[];
  schema: { [key: string]: Json };
}

/** What the controls hold: texts, ticks, lists and lines, never numbers. */
export type FormValue = string | boolean | string[] | FormValues | FormValues[];
export interface FormValues {
  [name: string]: FormValue | undefined;
}

/** One refused field, as the server or the schema says it. */
export interface FieldProblem {
  code: string;
  message?: string;
  params?: Record<string, string | number>;
}
export type FieldProblems = Record<string, FieldProblem[]>;

export interface KnownFile {
  name: string;
  bytes: number;
}
