import { z } from "zod";
import type { FieldProblems, Json } from "./types";

/** Why a command was not done. `offline` means that no answer came: it may or may not be done. */
export interface Failure {
  kind: "refused" | "signedOut" | "conflict" | "offline";
  code: string;
  fields: FieldProblems;
  params: Record<string, unknown>;
}

export type CommandAnswer = { done: true; data: unknown } | { done: false; failure: Failure };

const parameter = z.union([z.string(), z.number()]);
const problemShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  fields: z
    .record(
      z.string(),
      z.array(
        z.object({
          code: z.string(),
          message: z.string().optional(),
          params: z.record(z.string(), parameter).optional(),
        }),
      ),
    )
    .optional(),
});

const doneShape = z.object({ data: z.unknown() });

function failureKind(status: number, code: string): Failure["kind"] {
  if (status === 401) return "signedOut";
  return status === 409 && code.endsWith("version_conflict") ? "conflict" : "refused";
}

const OFFLINE: CommandAnswer = {
  done: false,
  failure: { kind: "offline", code: "network", fields: {}, params: {} },
};

async function readAnswer(response: Response): Promise<CommandAnswer> {
  const body: unknown = await response.json().catch(() => undefined);
  const done = doneShape.safeParse(body);
  if (response.ok && done.success) return { done: true, data: done.data.data };
  const problem = problemShape.safeParse(body);
  const code = problem.success ? problem.data.code : "unknown";
  const failure = {
    kind: failureKind(response.status, code),
    code,
    fields: problem.data?.fields ?? {},
    params: problem.data?.params ?? {},
  };
  return { done: false, failure };
}

/**
 * Sends one command. With the same `key` the server does the same body once, however often it is
 * sent. Never throws: a cut network is an answer too.
 */
export async function postCommand(
  command: string,
  body: { [key: string]: Json },
  key: string,
): Promise<CommandAnswer> {
  try {
    const response = await fetch(`/api/commands/${encodeURIComponent(command)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify(body),
    });
    return await readAnswer(response);
  } catch {
    return OFFLINE;
  }
}

/** The address to go to after success; `{id}` stands for a text or number in the answer. */
export function nextAddress(pattern: string, data: unknown): string {
  const answer = z.record(z.string(), z.unknown()).safeParse(data);
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = answer.success ? answer.data[name] : undefined;
    const known = typeof value === "string" || typeof value === "number";
    return encodeURIComponent(known ? value : "");
  });
}
