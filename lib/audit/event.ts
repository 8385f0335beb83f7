import { createHash, createHmac } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { auditKey } from "@/lib/kernel/env";
import { newId } from "@/lib/kernel/ids";

export type EventParams = Record<string, string | number | boolean | null | readonly string[]>;

/** What a command says of itself; the kernel adds who, when and the chain. */
export interface EventDraft {
  projectId?: string | null;
  unitId?: string | null;
  districtId?: string | null;
  transition?: string | null;
  fromState?: string | null;
  toState?: string | null;
  subject?: { type: string; id: string };
  params?: EventParams;
  reason?: string | null;
  fileHashes?: readonly string[];
  /** "officials" keeps an event from the applicant's timeline, e.g. what would name an expert. */
  audience?: "parties" | "officials";
}

interface EventFrame {
  command: string;
  outcome: "done" | "refused";
  code?: string;
  actor: Actor;
  as: Role | null;
  now: Date;
}

/**
 * Appends to the audit chain inside the caller's transaction, last before commit: the head's row
 * lock gives the number and is held briefly. Hash = HMAC-SHA-256(key, previous hash + canonical row).
 */
export async function recordEvent(tx: Tx, frame: EventFrame, draft: EventDraft): Promise<void> {
  const row = eventRow(frame, draft);
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    update event_head set seq = seq + 1 where id = 1 returning seq, hash`;
  if (!head) throw new Error("the audit chain has no head row");
  const key = auditKey();
  const hash = chainHash(key, head.hash, { seq: head.seq.toString(), ...row });
  await tx.event.create({
    data: {
      ...row,
      at: frame.now,
      params: row.params,
      seq: head.seq,
      previousHash: head.hash,
      hash,
      keyId: auditKeyId(key),
    },
    select: { seq: true },
  });
  await tx.eventHead.update({ where: { id: 1 }, data: { hash }, select: { id: true } });
}

/**
 * Appends many events at once, for the jobs: one number each, one lock of the head for all of them,
 * written last like a single one. The drafts' order is the chain's.
 */
export async function recordEvents(
  tx: Tx,
  entries: readonly { frame: EventFrame; draft: EventDraft }[],
): Promise<void> {
  if (entries.length === 0) return;
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    update event_head set seq = seq + ${entries.length} where id = 1 returning seq, hash`;
  if (!head) throw new Error("the audit chain has no head row");
  const key = auditKey();
  const keyId = auditKeyId(key);
  let link = { seq: head.seq - BigInt(entries.length), hash: head.hash };
  const rows = entries.map(({ frame, draft }) => {
    const told = { seq: (link.seq + 1n).toString(), ...eventRow(frame, draft) };
    const hash = chainHash(key, link.hash, told);
    const row = { ...told, previousHash: link.hash, hash, keyId };
    link = { seq: link.seq + 1n, hash };
    return row;
  });
  await tx.$executeRaw`
    insert into event (seq, id, at, command, outcome, code, transition, from_state, to_state,
      actor_id, actor_name, actor_role, project_id, unit_id, district_id, subject_type, subject_id,
      params, reason, file_hashes, audience, previous_hash, hash, key_id)
    select seq, id, at, command, outcome, code, transition, "fromState", "toState",
      "actorId", "actorName", "actorRole", "projectId", "unitId", "districtId", "subjectType",
      "subjectId", params, reason, "fileHashes", audience, "previousHash", hash, "keyId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (seq bigint, id uuid,
      at timestamptz, command text, outcome text, code text, transition text, "fromState" text,
      "toState" text, "actorId" uuid, "actorName" text, "actorRole" text, "projectId" uuid,
      "unitId" uuid, "districtId" text, "subjectType" text, "subjectId" uuid, params jsonb,
      reason text, "fileHashes" text[], audience text, "previousHash" text, hash text, "keyId" text)`;
  await tx.eventHead.update({ where: { id: 1 }, data: { hash: link.hash }, select: { id: true } });
}

function eventRow(frame: EventFrame, draft: EventDraft) {
  return {
    id: newId(),
    at: frame.now.toISOString(),
    command: frame.command,
    outcome: frame.outcome,
    code: frame.code ?? null,
    transition: draft.transition ?? null,
    fromState: draft.fromState ?? null,
    toState: draft.toState ?? null,
    actorId: frame.actor.userId,
    actorName: frame.actor.name,
    actorRole: frame.as ?? frame.actor.held[0]?.role ?? frame.actor.kind,
    projectId: draft.projectId ?? null,
    unitId: draft.unitId ?? null,
    districtId: draft.districtId ?? null,
    subjectType: draft.subject?.type ?? null,
    subjectId: draft.subject?.id ?? null,
    params: draft.params ?? {},
    reason: draft.reason ?? null,
    fileHashes: [...(draft.fileHashes ?? [])],
    audience: draft.audience ?? "parties",
  };
}

/** Names the key in each row without telling it, so that a changed key is noticed. */
export const auditKeyId = (key: Buffer): string =>
  createHash("sha256").update("kehe-audit-key-id").update(key).digest("hex").slice(0, 12);

/** The hash of one link of the chain; `row` is everything but the two hashes and the key id. */
export function chainHash(key: Buffer, previousHash: string, row: object): string {
  return createHmac("sha256", key).update(previousHash).update(canonical(row)).digest("hex");
}

/** JSON with sorted keys, so that the same row always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
    return `{${entries.join(",")}}`;
  }
  return JSON.stringify(value);
}
