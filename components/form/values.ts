import { shiftDecimal } from "@/components/ui/format";
import type { FormField, FormValue, FormValues, Json } from "./types";

/** 万元 to yuan: four places. */
const WAN_PLACES = 4;
const LIST_KINDS = new Set(["multiSelect", "files"]);

/** Typed in Shanghai (`YYYY-MM-DDTHH:mm`), posted as an instant. No daylight saving since 1991. */
function toInstant(local: string): string {
  const instant = new Date(`${local.length === 16 ? `${local}:00` : local}+08:00`);
  return Number.isNaN(instant.getTime()) ? local : instant.toISOString();
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

function fromInstant(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time)
    ? ""
    : new Date(time + SHANGHAI_OFFSET_MS).toISOString().slice(0, "YYYY-MM-DDTHH:mm".length);
}

/** An empty value of each kind. */
export function emptyValue(field: FormField): FormValue {
  if (field.kind === "checkbox") return false;
  if (LIST_KINDS.has(field.kind)) return [];
  if (field.kind === "rows") return emptyRows(field);
  if (field.kind === "group") return toFormValues(field.fields ?? [], {});
  return "";
}

function emptyRows(field: FormField): FormValues[] {
  const count = field.required ? (field.minItems ?? 0) : 0;
  return Array.from({ length: count }, () => toFormValues(field.fields ?? [], {}));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listValue(field: FormField, value: unknown[]): FormValue {
  const { fields } = field;
  if (!fields) return value.map(String);
  return value.map((row) => toFormValues(fields, isRecord(row) ? row : {}));
}

function toFormValue(field: FormField, value: unknown): FormValue {
  if (value === undefined || value === null) return emptyValue(field);
  if (Array.isArray(value)) return listValue(field, value);
  if (isRecord(value)) return toFormValues(field.fields ?? [], value);
  if (typeof value === "boolean") return field.kind === "checkbox" ? value : String(value);
  const text = String(value);
  if (field.kind === "money") return shiftDecimal(text, -WAN_PLACES) ?? text;
  return field.kind === "instant" ? fromInstant(text) : text;
}

/** What the controls show for what a command would receive (yuan become 万元, instants local). */
export function toFormValues(
  fields: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field.name, toFormValue(field, values[field.name])]),
  );
}

/** Takes out what people type between digits: spaces and separators, also full-width ones. */
function plainNumber(text: string): string {
  return text.normalize("NFKC").replace(/[\s,]/g, "");
}

function textPayload(field: FormField, text: string): Json {
  const trimmed = text.trim();
  switch (field.kind) {
    case "money":
      return shiftDecimal(plainNumber(trimmed), WAN_PLACES) ?? trimmed;
    case "decimal":
    case "integer":
    case "percent": {
      const plain = plainNumber(trimmed);
      return field.posts === "number" && isNumber(plain) ? Number(plain) : plain;
    }
    case "instant":
      return toInstant(trimmed);
    case "hidden":
      return field.posts === "number" ? Number(trimmed) : trimmed;
    case "select":
    case "radio":
      return choicePayload(field, trimmed);
    default:
      return trimmed;
  }
}

function choicePayload(field: FormField, value: string): Json {
  if (field.posts === "boolean") return value === "true";
  return field.posts === "number" ? Number(value) : value;
}

function listPayload(field: FormField, list: string[] | FormValues[]): Json | undefined {
  if (list.length === 0 && !field.required) return undefined;
  return list.map((item) =>
    typeof item === "string" ? item : toPayload(field.fields ?? [], item),
  );
}

function payloadOf(field: FormField, value: FormValue | undefined): Json | undefined {
  if (typeof value === "boolean") return value;
  if (Array.isArray(value)) return listPayload(field, value);
  if (typeof value === "object") {
    if (!field.required && isBlank(value)) return undefined;
    return toPayload(field.fields ?? [], value);
  }
  if (value === undefined || value.trim() === "") return field.nullable ? null : undefined;
  return textPayload(field, value);
}

/** Nothing was typed, chosen or ticked in it: a group that may be left out is left out. */
function isBlank(value: FormValue | undefined): boolean {
  if (value === undefined || value === false) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.values(value).every(isBlank);
}

/** Fields that are asked as numbers and hold none: they can't be saved yet. */
export function unreadableNumbers(
  fields: readonly FormField[],
  values: Readonly<FormValues>,
  parent = "",
): string[] {
  return fields.flatMap((field) => {
    const value = values[field.name];
    const path = parent ? `${parent}.${field.name}` : field.name;
    if (Array.isArray(value)) {
      return value.flatMap((row, index) =>
        typeof row === "string"
          ? []
          : unreadableNumbers(field.fields ?? [], row, `${path}.${index}`),
      );
    }
    if (typeof value === "object") return unreadableNumbers(field.fields ?? [], value, path);
    if (typeof value !== "string" || value.trim() === "") return [];
    const asked = field.posts === "number" && NUMBER_KINDS.has(field.kind);
    return asked && !isNumber(plainNumber(value.trim())) ? [path] : [];
  });
}

const NUMBER_KINDS = new Set<FormField["kind"]>(["decimal", "integer", "percent"]);
const isNumber = (plain: string): boolean => /^-?\d+(\.\d+)?$/.test(plain);

/** Whether a field is in use, given what stands beside it. */
export function isShown(field: FormField, beside: Readonly<FormValues>): boolean {
  if (!field.showWhen) return true;
  const other = beside[field.showWhen.field];
  return field.showWhen.in.some((wanted) => wanted === other || String(wanted) === other);
}

/** Where a value goes also, as a dotted path, by the name of the field it is typed in. */
export type Copies = Readonly<Record<string, string>>;

/** The whole body: what the page gives and what was typed; groups of both are put together. */
export function toBody(
  page: { [key: string]: Json },
  typed: { [key: string]: Json },
  copies: Copies = {},
): { [key: string]: Json } {
  const body = { ...page };
  for (const [name, value] of Object.entries(typed)) {
    const given = page[name];
    body[name] = isGroup(given) && isGroup(value) ? toBody(given, value) : value;
  }
  for (const [from, to] of Object.entries(copies)) {
    const [outer = "", inner = ""] = to.split(".");
    const target = body[outer];
    const value = typed[from];
    if (isGroup(target) && value !== undefined) body[outer] = { ...target, [inner]: value };
  }
  return body;
}

function isGroup(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the command receives: empty and unused fields are left out, 万元 become yuan. */
export function toPayload(
  fields: readonly FormField[],
  values: FormValues,
): { [key: string]: Json } {
  const payload: { [key: string]: Json } = {};
  for (const field of fields) {
    if (!isShown(field, values)) continue;
    const value = payloadOf(field, values[field.name]);
    if (value !== undefined) payload[field.name] = value;
  }
  return payload;
}
