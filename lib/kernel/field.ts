import { z } from "zod";

/** How a form asks for a value. The value posted is named after each kind. */
export type FieldKind =
  /** one line */
  | "text"
  /** one line that is not shown and never kept */
  | "password"
  /** several lines */
  | "longText"
  /** typed in 万元, posted as a decimal text in yuan */
  | "money"
  /** decimal text (or number, where the schema says number) */
  | "decimal"
  | "integer"
  /** typed and posted in percent points */
  | "percent"
  /** `YYYY-MM-DD` */
  | "date"
  /** typed in Shanghai time, posted as an ISO instant in UTC */
  | "instant"
  | "select"
  | "multiSelect"
  | "radio"
  | "checkbox"
  /** the id of an uploaded file */
  | "file"
  /** ids of uploaded files */
  | "files"
  /** an array of objects, one line each */
  | "rows"
  /** an object, its fields under one heading */
  | "group"
  /** the id of a person, chosen from options */
  | "person"
  /** never shown; its value comes from the page */
  | "hidden";

/** A choice: its value and the key of its text (absolute, such as `country.DE`). */
export interface FieldOption {
  value: string;
  labelKey: string;
}

/**
 * What a form must know about a field beyond its zod schema. Labels and help are texts
 * (`<namespace>.fields.<path>.label` and `.help`), never here.
 */
export interface FieldMeta {
  kind?: FieldKind;
  /** Choices, or the name of a list that the page passes in (`"countries"`). */
  options?: readonly FieldOption[] | string;
  /** Unit shown behind the input, as a text key; money and percent have their own. */
  unitKey?: string;
  width?: "full" | "half" | "third";
  /** Lines of a long text at first. */
  lines?: number;
  /** Accepted file endings, such as `.pdf`. */
  accept?: readonly string[];
  /** Largest accepted file in bytes. */
  maxBytes?: number;
  /** Shown only while the field named here (same level) has one of these values. */
  showWhen?: { field: string; in: readonly (string | boolean)[] };
  autoComplete?: string;
}

/** Says how a form asks for `schema`; see {@link FieldMeta}. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  return schema.meta({ field: meta });
}

/** PostgreSQL's largest `integer`. */
const largestVersion = 2_147_483_647;

/** The version of the row that the sender has seen; `least` 0 where there may be none yet. */
export const rowVersion = (least = 1) =>
  field(z.int().min(least).max(largestVersion), { kind: "hidden" });
