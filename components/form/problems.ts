import { sentenceParams } from "@/components/ui/sentence";
import type { FieldProblem, FieldProblems, FormField } from "./types";

/** An issue of zod, as far as a form reads it. */
interface Issue {
  code?: string;
  path: readonly PropertyKey[];
  message: string;
  input?: unknown;
  minimum?: number | bigint;
  maximum?: number | bigint;
}

function issueParams(issue: Issue): Record<string, string | number> {
  if (issue.minimum !== undefined) return { minimum: Number(issue.minimum) };
  if (issue.maximum !== undefined) return { maximum: Number(issue.maximum) };
  return {};
}

/** The browser's own findings in the shape of the server's. */
export function problemsOf(issues: readonly Issue[]): FieldProblems {
  const problems: FieldProblems = {};
  for (const issue of issues) {
    const path = issue.path.map(String).join(".") || "_";
    const missing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
    const code = missing ? "required" : (issue.code ?? "custom");
    problems[path] = [...(problems[path] ?? []), { code, params: issueParams(issue) }];
  }
  return problems;
}

const TEXT_KINDS = new Set(["text", "longText", "select", "radio", "person", "date", "instant"]);
const LIST_KINDS = new Set(["rows", "multiSelect", "files"]);
const NUMBER_KINDS = new Set(["money", "decimal", "integer", "percent"]);

function sizeCode(
  kind: FormField["kind"],
  code: "too_small" | "too_big",
  minimum: unknown,
): string {
  if (code === "too_small" && TEXT_KINDS.has(kind) && minimum === 1) return "required";
  if (TEXT_KINDS.has(kind)) return code === "too_small" ? "too_short" : "too_long";
  if (LIST_KINDS.has(kind)) return code === "too_small" ? "too_few" : "too_many";
  return code;
}

/** The wording of a problem for this kind of field: zod's codes are coarser than people's words. */
export function wordingCode(kind: FormField["kind"] | undefined, problem: FieldProblem): string {
  const { code, params } = problem;
  if (!kind) return code;
  if (code === "too_small" || code === "too_big") return sizeCode(kind, code, params?.minimum);
  if (code === "invalid_value") return kind === "checkbox" ? "must_agree" : code;
  if (code !== "invalid_format" && code !== "invalid_type") return code;
  if (NUMBER_KINDS.has(kind)) return "invalid_decimal";
  return kind === "date" || kind === "instant" ? "invalid_date" : code;
}

/** The part of a translator of `errors` that problems need. */
export interface ErrorTexts {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
}

/** One problem in words: our own text, else the server's, else "please check". */
export function problemText(
  t: ErrorTexts,
  field: FormField | undefined,
  problem: FieldProblem,
): string {
  const code = wordingCode(field?.kind, problem);
  for (const key of [`field.${code}`, code]) {
    if (t.has(key)) return t(key, { minimum: 0, maximum: 0, ...sentenceParams(problem.params) });
  }
  return problem.message ?? t("field.custom");
}
