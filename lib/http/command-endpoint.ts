import { type Actor, publicActor } from "@/lib/access/actor";
import { countUse } from "@/lib/accounts/rate";
import { actorOfRequest } from "@/lib/accounts/session";
import { logSecurity } from "@/lib/audit/security-log";
import { commandNamed } from "@/lib/commands/registry";
import type { Command } from "@/lib/kernel/command";
import { Refusal } from "@/lib/kernel/errors";
import { execute } from "@/lib/kernel/execute";
import { clientAddress } from "./address";
import { readJson, requireMediaType, requireOrigin } from "./guard";
import { problem, refusalProblem, unexpectedProblem } from "./problem";

const bodyLimit = 1_048_576;

/** `POST /api/commands/<name>`: origin → size → session → actor → command. Never a bare failure. */
export async function handleCommand(name: string, request: Request): Promise<Response> {
  try {
    return await answer(name, request);
  } catch (error) {
    if (!(error instanceof Refusal)) return unexpectedProblem(error, `command ${name}`);
    await noteRefusal(error, name);
    return refusalProblem(error);
  }
}

async function answer(name: string, request: Request): Promise<Response> {
  requireOrigin(request);
  requireMediaType(request, "application/json");
  const body = await readJson(request, bodyLimit);
  const command = commandNamed(name);
  const actor = await callerOf(command, request);
  if (command === null) throw new Refusal(404, "unknown_command");
  const { data, replayed } = await execute(command, { actor, body, key: keyOf(request) });
  return Response.json(
    { data },
    {
      headers: {
        "cache-control": "no-store",
        ...(replayed ? { "idempotent-replayed": "true" } : {}),
      },
    },
  );
}

async function callerOf(command: Command | null, request: Request): Promise<Actor> {
  const signedIn = await actorOfRequest(request);
  if (command?.callers.includes("public")) {
    await countUse(`${command.name}:${clientAddress(request)}`, command.rateLimit ?? 10);
    return signedIn && command.callers.includes("user") ? signedIn : publicActor;
  }
  if (signedIn === null) throw new Refusal(401, "no_session");
  if (command !== null && !command.callers.includes("user"))
    throw new Refusal(404, "unknown_command");
  return signedIn;
}

function keyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\w.:-]{8,128}$/.test(key)) throw new Refusal(400, "malformed_idempotency_key");
  return key;
}

/** Refusals outside the audit chain go to the security log; 403, 404 and 409 of an actor have their event. */
async function noteRefusal(refusal: Refusal, name: string): Promise<void> {
  if (![400, 401, 413, 415, 429].includes(refusal.status) && refusal.code !== "foreign_origin")
    return;
  await logSecurity("command_refused", refusal.code, { command: name.slice(0, 80) });
}

/** For methods that a route does not serve. */
export const methodNotAllowed = (): Response =>
  problem(405, "method_not_allowed", {}, { allow: "POST" });
