import { z } from "zod";
import type { FieldMeta } from "@/lib/kernel/field";

/** A value that a form posts. */
export type FormJson = string | number | boolean | null | FormJson[] | { [key: string]: FormJson };
export type FormValues = { [key: string]: FormJson };

const metaShape = z.object({
  field: z.object({ kind: z.string(), options: z.unknown() }).partial(),
});

function metaOf(schema: unknown): { kind?: string; options?: unknown } {
  if (!(schema instanceof z.ZodType)) return {};
  const found = metaShape.safeParse(schema.meta());
  return found.data?.field ?? {};
}

/** The top level of a command's input. */
export function inputShape(input: z.ZodType): Readonly<Record<string, unknown>> {
  return input instanceof z.ZodObject ? input.shape : {};
}

/** The fields of a command's input that no form asks: ids and versions. */
export function hiddenFields(input: z.ZodType): string[] {
  return Object.entries(inputShape(input))
    .filter(([name, schema]) => isTarget(name) || metaOf(schema).kind === "hidden")
    .map(([name]) => name);
}

const isTarget = (name: string): boolean => name === "projectId" || name === "version";

/** Does the form of this command ask anything at all? */
export function asksSomething(input: z.ZodType): boolean {
  return Object.keys(inputShape(input)).length > hiddenFields(input).length;
}

/** Reads a value from an address as its field expects it; undefined when it isn't one. */
export function readHidden(
  input: z.ZodType,
  name: string,
  text: string,
): string | number | undefined {
  const schema = inputShape(input)[name];
  if (!(schema instanceof z.ZodType)) return undefined;
  for (const value of [text, Number(text)]) {
    if (schema.safeParse(value).success) return value;
  }
  return undefined;
}

interface JsonNode {
  field?: FieldMeta;
  [key: string]: unknown;
}

/** The names of the lists that the fields of a command ask for. */
export function listNames(input: z.ZodType): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (isJsonNode(node) && typeof node.field?.options === "string") names.add(node.field.options);
    for (const child of Object.values(node)) visit(child);
  };
  visit(z.toJSONSchema(input, { io: "input", unrepresentable: "any", reused: "inline" }));
  return [...names];
}

function isJsonNode(node: object): node is JsonNode {
  return !Array.isArray(node);
}
