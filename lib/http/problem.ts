import { randomUUID } from "node:crypto";
import type { Refusal } from "@/lib/kernel/errors";

const titles: Record<number, string> = {
  400: "Malformed request",
  401: "No session",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict with the record",
  413: "Too large",
  415: "Unsupported media type",
  422: "Input refused",
  429: "Too often",
  500: "Unexpected failure",
  503: "Not ready",
};

/** RFC 9457 problem+json with a stable code. */
export function problem(
  status: number,
  code: string,
  rest: { fields?: unknown; params?: unknown; id?: string } = {},
  headers: Record<string, string> = {},
): Response {
  const body = {
    type: `urn:kehe:problem:${code}`,
    title: titles[status] ?? "Refused",
    status,
    code,
    ...rest,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...headers,
    },
  });
}

/** The answer for an expected failure. */
export function refusalProblem(refusal: Refusal): Response {
  const retry = refusal.details.params?.retryAfter;
  return problem(
    refusal.status,
    refusal.code,
    { ...refusal.details },
    typeof retry === "number" ? { "retry-after": String(retry) } : {},
  );
}

/** An unexpected failure: logged with an id, told plainly; the log names the place, never the data. */
export function unexpectedProblem(
  error: unknown,
  place: string,
  status: 500 | 503 = 500,
): Response {
  const id = randomUUID();
  const { name, stack } = error instanceof Error ? error : new Error("thrown value");
  process.stderr.write(
    `${JSON.stringify({ level: "error", id, place, name, at: (stack ?? "").split("\n").slice(1, 6) })}\n`,
  );
  return problem(status, "unexpected", { id });
}
