import { z } from "zod";
import type { FieldMeta } from "@/lib/kernel/field";
import type { Choice, FormField, FormModel, Json } from "./types";

/** Where a form's words come from. Paths are dotted and without row numbers. */
export interface FormTexts {
  label: (path: string, name: string) => string;
  help: (path: string, name: string) => string | undefined;
  option: (path: string, name: string, value: string) => string;
  text: (key: string) => string;
}

interface ModelContext {
  texts: FormTexts;
  lists: Readonly<Record<string, readonly Choice[]>>;
  hidden: ReadonlySet<string>;
}

const kinds = z.enum([
  "text",
  "password",
  "longText",
  "money",
  "decimal",
  "integer",
  "percent",
  "date",
  "instant",
  "select",
  "multiSelect",
  "radio",
  "checkbox",
  "file",
  "files",
  "rows",
  "group",
  "person",
  "hidden",
]);

const metaShape = z.object({
  kind: kinds.optional(),
  options: z
    .union([z.string(), z.array(z.object({ value: z.string(), labelKey: z.string() }))])
    .optional(),
  unitKey: z.string().optional(),
  width: z.enum(["full", "half", "third"]).optional(),
  lines: z.number().optional(),
  accept: z.array(z.string()).optional(),
  maxBytes: z.number().optional(),
  showWhen: z
    .object({ field: z.string(), in: z.array(z.union([z.string(), z.boolean()])) })
    .optional(),
  autoComplete: z.string().optional(),
}) satisfies z.ZodType<FieldMeta>;

/** The part of JSON Schema that zod writes and a form can draw. */
interface Node {
  type?: string | string[];
  format?: string;
  enum?: Json[];
  const?: Json;
  anyOf?: Node[];
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  field?: FieldMeta;
}

const nodeShape: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    enum: z.array(z.json()).optional(),
    const: z.json().optional(),
    anyOf: z.array(nodeShape).optional(),
    items: nodeShape.optional(),
    properties: z.record(z.string(), nodeShape).optional(),
    required: z.array(z.string()).optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    field: metaShape.optional(),
  }),
);

/** Takes `null` out of a node; what remains says how to ask. */
function withoutNull(node: Node): { node: Node; nullable: boolean } {
  if (Array.isArray(node.type)) {
    const type = node.type.find((name) => name !== "null");
    return { node: { ...node, type }, nullable: node.type.includes("null") };
  }
  const branches = node.anyOf?.filter((branch) => branch.type !== "null");
  const only = branches?.length === 1 ? branches[0] : undefined;
  if (!only) return { node, nullable: false };
  return { node: { ...only, field: node.field ?? only.field }, nullable: true };
}

const LONG_TEXT_FROM = 200;
const RADIO_UP_TO = 3;

function stringKind(node: Node): FormField["kind"] {
  if (node.format === "date") return "date";
  if (node.format === "date-time") return "instant";
  if (node.enum) return node.enum.length <= RADIO_UP_TO ? "radio" : "select";
  return (node.maxLength ?? 0) > LONG_TEXT_FROM ? "longText" : "text";
}

/** The kind of a field that doesn't name one. */
function impliedKind(node: Node): FormField["kind"] {
  switch (node.type) {
    case "boolean":
      return "checkbox";
    case "integer":
      return "integer";
    case "number":
      return "decimal";
    case "array":
      return node.items?.properties ? "rows" : "multiSelect";
    case "object":
      return "group";
    default:
      return stringKind(node);
  }
}

const WIDE_KINDS = new Set(["longText", "rows", "group", "file", "files", "checkbox"]);

function choicesOf(path: string, name: string, node: Node, context: ModelContext) {
  const options = node.field?.options;
  if (typeof options === "string") {
    const list = context.lists[options];
    if (!list) throw new Error(`the form needs the list "${options}" for ${path}`);
    return [...list];
  }
  if (options) {
    return options.map(({ value, labelKey }) => ({ value, label: context.texts.text(labelKey) }));
  }
  const values = node.enum ?? node.items?.enum;
  return values?.map((value) => ({
    value: String(value),
    label: context.texts.option(path, name, String(value)),
  }));
}

function postedType(node: Node): FormField["posts"] {
  if (node.type === "boolean") return "boolean";
  return node.type === "number" || node.type === "integer" ? "number" : "string";
}

function fieldOf(
  name: string,
  path: string,
  raw: Node,
  required: boolean,
  context: ModelContext,
  parentIsRows: boolean,
): FormField | undefined {
  const { node, nullable } = withoutNull(raw);
  const meta = node.field ?? {};
  const kind = meta.kind ?? impliedKind(node);
  if (kind === "hidden") return parentIsRows ? keyField(name, path, node, context) : undefined;
  const inLines = kind === "rows" || (kind === "files" && node.items?.properties !== undefined);
  const children = inLines ? node.items : kind === "group" ? node : undefined;
  return {
    name,
    kind,
    label: context.texts.label(path, name),
    help: context.texts.help(path, name),
    required: required && !nullable,
    posts: postedType(node),
    nullable,
    width: meta.width ?? (WIDE_KINDS.has(kind) ? "full" : "half"),
    minLength: node.minLength,
    maxLength: node.maxLength,
    minItems: node.minItems,
    maxItems: node.maxItems,
    choices: choicesOf(path, name, node, context),
    unit: meta.unitKey ? context.texts.text(meta.unitKey) : undefined,
    lines: meta.lines,
    accept: meta.accept,
    maxBytes: meta.maxBytes,
    showWhen: meta.showWhen,
    autoComplete: meta.autoComplete,
    fields: children ? fieldsOf(children, path, context, inLines) : undefined,
  };
}

/** The key of a given line (an indicator, a criterion): not asked, its text names the line. */
function keyField(name: string, path: string, node: Node, context: ModelContext): FormField {
  return {
    name,
    kind: "hidden",
    label: "",
    required: false,
    posts: postedType(node),
    nullable: false,
    width: "full",
    choices: [...(context.lists[path] ?? [])],
  };
}

function fieldsOf(
  node: Node,
  parent: string,
  context: ModelContext,
  parentIsRows = false,
): FormField[] {
  const required = new Set(node.required ?? []);
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const path = parent ? `${parent}.${name}` : name;
    if (context.hidden.has(path)) return [];
    return fieldOf(name, path, child, required.has(name), context, parentIsRows) ?? [];
  });
}

/** The schema without what only the form reads. */
function withoutMeta(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutMeta);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, child]) => !(key === "field" && isMeta(child)))
      .map(([key, child]) => [key, withoutMeta(child)]),
  );
}

/** Tells a field's meta from a property that happens to be called `field`. */
function isMeta(value: Json): boolean {
  return typeof value === "object" && value !== null && !("type" in value) && !("anyOf" in value);
}

/**
 * Turns a command's input schema (a `z.strictObject`) into a form. `hidden` names the paths whose
 * values come from the page; `lists` holds the choices that fields ask for by name.
 */
export function formModel(
  schema: z.ZodType,
  options: {
    texts: FormTexts;
    hidden?: readonly string[];
    lists?: Readonly<Record<string, readonly Choice[]>>;
  },
): FormModel {
  const json = z
    .json()
    .parse(
      JSON.parse(
        JSON.stringify(
          z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }),
        ),
      ),
    );
  const root = nodeShape.parse(json);
  if (root.type !== "object") throw new Error("a form is drawn from an object schema");
  const context = {
    texts: options.texts,
    lists: options.lists ?? {},
    hidden: new Set(options.hidden),
  };
  const plain = withoutMeta(json);
  if (typeof plain !== "object" || plain === null || Array.isArray(plain)) {
    throw new Error("a form is drawn from an object schema");
  }
  return { fields: fieldsOf(root, "", context), schema: plain };
}
