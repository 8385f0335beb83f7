import type { PrismaClient } from "@/lib/generated/prisma/client";
import { auditKeyId, chainHash } from "./event";

export type ChainFault =
  /** The row no longer gives its hash. */
  | "changed"
  /** A number is not there. */
  | "missing"
  /** The row does not follow from the one before it. */
  | "unlinked"
  /** The row was written with another key than the present one. */
  | "wrong_key"
  /** The head names another end than the last row. */
  | "head";

export type Verdict = { ok: true; events: number } | { ok: false; seq: bigint; fault: ChainFault };

const batch = 1000;
const start = "0".repeat(64);

const eventSelect = {
  seq: true,
  id: true,
  at: true,
  command: true,
  outcome: true,
  code: true,
  transition: true,
  fromState: true,
  toState: true,
  actorId: true,
  actorName: true,
  actorRole: true,
  projectId: true,
  unitId: true,
  districtId: true,
  subjectType: true,
  subjectId: true,
  params: true,
  reason: true,
  fileHashes: true,
  audience: true,
  previousHash: true,
  hash: true,
  keyId: true,
} as const;

interface Link {
  seq: bigint;
  at: Date;
  previousHash: string;
  hash: string;
  keyId: string;
}

/**
 * Walks the audit chain from its first event and names the first broken link, if any. Reads in
 * batches, so that the length of the chain does not matter; writes nothing.
 */
export async function verifyChain(
  prisma: Pick<PrismaClient, "event" | "eventHead" | "$queryRaw">,
  key: Buffer,
): Promise<Verdict> {
  const head = await prisma.eventHead.findUnique({
    where: { id: 1 },
    select: { seq: true, hash: true },
  });
  let last = { seq: 0n, hash: start };
  for (;;) {
    const rows = await prisma.event.findMany({
      where: { seq: { gt: last.seq, lte: head?.seq ?? last.seq } },
      orderBy: { seq: "asc" },
      take: batch,
      select: eventSelect,
    });
    for (const row of rows) {
      const fault = faultOf(row, last, key);
      if (fault !== null) return fault;
      last = row;
    }
    if (rows.length < batch) break;
  }
  return endOf(prisma, head, last);
}

/**
 * The events of one project, each held against its own hash and against the row before it in the
 * chain; names every broken one. A rebuilt chain is found by `verifyChain` only.
 */
export async function verifyEventsOf(
  prisma: Pick<PrismaClient, "event">,
  projectId: string,
  key: Buffer,
): Promise<{ events: number; faults: { seq: string; fault: ChainFault }[] }> {
  const rows = await prisma.event.findMany({
    where: { projectId },
    orderBy: { seq: "asc" },
    select: eventSelect,
  });
  const former = await prisma.event.findMany({
    where: { seq: { in: rows.map(({ seq }) => seq - 1n) } },
    select: { seq: true, hash: true },
  });
  const hashes = new Map(former.map(({ seq, hash }) => [seq, hash]));
  const faults = rows.flatMap((row) => {
    const seq = row.seq - 1n;
    const hash = seq === 0n ? start : hashes.get(seq);
    if (hash === undefined) return [{ seq: String(seq), fault: "missing" as const }];
    const verdict = faultOf(row, { seq, hash }, key);
    return verdict?.ok === false ? [{ seq: String(verdict.seq), fault: verdict.fault }] : [];
  });
  return { events: rows.length, faults };
}

function faultOf(row: Link, before: { seq: bigint; hash: string }, key: Buffer): Verdict | null {
  const expected = before.seq + 1n;
  if (row.seq !== expected) return { ok: false, seq: expected, fault: "missing" };
  const broken = (fault: ChainFault): Verdict => ({ ok: false, seq: row.seq, fault });
  if (row.keyId !== auditKeyId(key)) return broken("wrong_key");
  if (row.previousHash !== before.hash) return broken("unlinked");
  const { previousHash, hash, keyId: _, seq, at, ...rest } = row;
  const told = { ...rest, seq: seq.toString(), at: at.toISOString() };
  return chainHash(key, previousHash, told) === hash ? null : broken("changed");
}

/** The head must name the last row walked, and no row may lie past it. */
async function endOf(
  prisma: Pick<PrismaClient, "$queryRaw">,
  head: { seq: bigint; hash: string } | null,
  last: { seq: bigint; hash: string },
): Promise<Verdict> {
  if (head !== null && head.seq > last.seq) {
    return { ok: false, seq: last.seq + 1n, fault: "missing" };
  }
  if (head === null || head.hash !== last.hash) return { ok: false, seq: last.seq, fault: "head" };
  // One statement, one snapshot: events that are being written meanwhile move both together.
  const [past] = await prisma.$queryRaw<{ seq: bigint }[]>`
    select min(e.seq) as seq from event e, event_head h where h.id = 1 and e.seq > h.seq
    having min(e.seq) is not null`;
  if (past !== undefined) return { ok: false, seq: past.seq, fault: "unlinked" };
  return { ok: true, events: Number(last.seq) };
}
