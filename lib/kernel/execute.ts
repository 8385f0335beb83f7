import { createHmac } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { canonical, recordEvent } from "@/lib/audit/event";
import { database, type Tx } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";
import { Prisma } from "@/lib/generated/prisma/client";
import { now as clockNow } from "./clock";
import type { Command, Prepared } from "./command";
import { env } from "./env";
import { conflict, Refusal } from "./errors";
import { isId } from "./ids";

export interface CommandRequest {
  actor: Actor;
  body: unknown;
  /** The Idempotency-Key header, if the caller sent one. */
  key?: string | null;
}

export interface Answer {
  data: unknown;
  replayed: boolean;
}

const transactionLimits = { maxWait: 5_000, timeout: 20_000 };

/**
 * The one write path. Parses, opens one transaction with the actor's context, runs the command,
 * writes its event last and commits. A refused attempt of a signed-in actor (403, 404, 409) leaves
 * one event of its own after the rollback.
 */
export async function execute(command: Command, request: CommandRequest): Promise<Answer> {
  const prepared = command.prepare(request.body);
  try {
    return await attempt(command, prepared, request);
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal === null) throw error;
    await recordRefusal(request.actor, command.name, refusal, projectIdIn(request.body));
    throw refusal;
  }
}

async function attempt(command: Command, prepared: Prepared, request: CommandRequest) {
  try {
    return await inTransaction(command, prepared, request);
  } catch (error) {
    if (!isWriteConflict(error)) throw error;
    return inTransaction(command, prepared, request);
  }
}

function inTransaction(command: Command, prepared: Prepared, request: CommandRequest) {
  return database().$transaction(
    async (tx): Promise<Answer> => {
      await setContext(tx, request.actor, false);
      const seen = await earlierAnswer(tx, command, request);
      if (seen !== null) return { data: seen.answer, replayed: true };
      const now = clockNow();
      const { outcome, as } = await prepared.within(tx, { actor: request.actor, now });
      await keepAnswer(tx, command, request, outcome.data, now);
      if (outcome.event) {
        const frame = {
          command: command.name,
          outcome: "done",
          actor: request.actor,
          as,
          now,
        } as const;
        await recordEvent(tx, frame, outcome.event);
      } else if (!command.keepsOwnVersions) {
        throw new Error(`${command.name} left no event`);
      }
      return { data: outcome.data, replayed: false };
    },
    { ...transactionLimits, timeout: command.timeLimit * 1_000 },
  );
}

/** Two requests with one key wait for each other; the second gets the first one's answer. */
async function earlierAnswer(tx: Tx, command: Command, { actor, body, key }: CommandRequest) {
  if (!key) return null;
  const actorId = actorKey(actor);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${actorId}:${key}`}, 0))`;
  const seen = await tx.idempotencyKey.findUnique({
    where: { actorId_key: { actorId, key } },
    select: { command: true, bodyHash: true, answer: true },
  });
  if (seen === null) return null;
  if (seen.command !== command.name || seen.bodyHash !== bodyHash(body)) {
    throw new Refusal(422, "idempotency_key_reused");
  }
  return seen;
}

async function keepAnswer(
  tx: Tx,
  command: Command,
  { actor, body, key }: CommandRequest,
  data: unknown,
  now: Date,
): Promise<void> {
  if (!key) return;
  await tx.idempotencyKey.create({
    data: {
      actorId: actorKey(actor),
      key,
      command: command.name,
      bodyHash: bodyHash(body),
      status: 200,
      answer: command.confidential ? Prisma.JsonNull : toJson(data),
      at: now,
    },
    select: { key: true },
  });
}

/** One event for a refused attempt, in a transaction of its own; parse failures and strangers leave none. */
export async function recordRefusal(
  actor: Actor,
  command: string,
  refusal: Refusal,
  subjectId: string | null,
): Promise<void> {
  if (actor.kind !== "user" || ![403, 404, 409].includes(refusal.status)) return;
  await database().$transaction(async (tx) => {
    await setContext(tx, actor, false);
    await recordEvent(
      tx,
      { command, outcome: "refused", code: refusal.code, actor, as: null, now: clockNow() },
      {
        audience: "officials",
        ...(subjectId ? { subject: { type: "project", id: subjectId } } : {}),
      },
    );
  }, transactionLimits);
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
    return conflict("already_exists");
  }
  return null;
}

function isWriteConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
}

const actorKey = (actor: Actor): string => actor.userId ?? actor.kind;

/** Keyed, so that a kept hash can't be searched for a password that the body held. */
const bodyHash = (body: unknown): string =>
  createHmac("sha256", env().secret)
    .update("kehe request body")
    .update(canonical(body))
    .digest("hex");

/** The answer as it will be stored and sent: dates and decimals become text. */
function toJson(data: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(data ?? null));
}

function projectIdIn(body: unknown): string | null {
  if (body === null || typeof body !== "object" || !("projectId" in body)) return null;
  return typeof body.projectId === "string" && isId(body.projectId) ? body.projectId : null;
}
