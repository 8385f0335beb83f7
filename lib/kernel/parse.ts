import type { z } from "zod";
import { type FieldProblems, invalid, invalidField } from "./errors";

/**
 * Parses strictly; every issue becomes a field problem with zod's code (422). Text that the database
 * can't keep, null characters and halves of surrogate pairs, is refused wherever it stands.
 */
export function parseInput<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const unstorable = unstorableAt(body);
  if (unstorable !== null) throw invalidField(unstorable, "invalid_text");
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalid(fieldProblems(parsed.error.issues));
}

function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblems {
  const fields: FieldProblems = {};
  for (const issue of issues) {
    const path = issue.path.map(String).join(".") || "_";
    const list = fields[path] ?? [];
    list.push({ code: codeOf(issue), params: paramsOf(issue) });
    fields[path] = list;
  }
  return fields;
}

/** A rule of ours names its own code in `params.code`; otherwise zod's issue code stands. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" && typeof issue.params?.code === "string") return issue.params.code;
  if (issue.code === "invalid_type" && issue.input === undefined) return "required";
  return issue.code;
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  switch (issue.code) {
    case "too_small":
      return { minimum: Number(issue.minimum) };
    case "too_big":
      return { maximum: Number(issue.maximum) };
    case "invalid_type":
      return { expected: issue.expected };
    case "unrecognized_keys":
      return { keys: issue.keys.join(", ") };
    default:
      return {};
  }
}

/** Where a text that PostgreSQL refuses stands, keys included; null where all can be kept. */
function unstorableAt(body: unknown): string | null {
  const waiting: Placed[] = [["", body]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, value] = next;
    if (!isStorable(value)) return path || "_";
    for (const inner of innerOf(path, value)) waiting.push(inner);
  }
  return null;
}

type Placed = [path: string, value: unknown];

function innerOf(path: string, value: unknown): Placed[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([key, inner]) => [path === "" ? key : `${path}.${key}`, inner]);
}

/** A text itself, or the keys of an object. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\u0000") && !/\p{Surrogate}/u.test(value);
  return typeof value !== "object" || value === null || Object.keys(value).every(isStorable);
}
