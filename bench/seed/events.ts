import type pg from "pg";
import { auditKeyId, chainHash } from "@/lib/audit/event";
import { auditKey } from "@/lib/kernel/env";
import type { SeededProject } from "./projects";
import { insertRows, type Row, rowId } from "./rows";

/** Where the audit chain stands. */
export interface Chain {
  seq: bigint;
  hash: string;
}

const steps = [
  { command: "application.create-draft", transition: null, from: null, to: "draft" },
  { command: "application.submit", transition: "T02", from: "draft", to: "district_review" },
] as const;

/** Appends events of these projects to a chain that verifies, and moves its head. */
export async function insertEvents(
  client: pg.Client,
  projects: readonly SeededProject[],
  from: Chain | null,
): Promise<Chain> {
  const key = auditKey();
  const keyId = auditKeyId(key);
  let chain = from ?? (await headOf(client));
  const rows: Row[] = [];
  for (const project of projects) {
    for (const [at, step] of steps.entries()) {
      const seq = chain.seq + 1n;
      const row = eventRow(project, at, step);
      const hash = chainHash(key, chain.hash, { seq: seq.toString(), ...row });
      rows.push({ seq: seq.toString(), ...row, previousHash: chain.hash, hash, keyId });
      chain = { seq, hash };
    }
  }
  await insertRows(client, "event", rows);
  await client.query("update event_head set seq = $1, hash = $2 where id = 1", [
    chain.seq.toString(),
    chain.hash,
  ]);
  return chain;
}

async function headOf(client: pg.Client): Promise<Chain> {
  const { rows } = await client.query<{ seq: string; hash: string }>(
    "select seq, hash from event_head where id = 1",
  );
  const head = rows[0];
  if (!head) throw new Error("the audit chain has no head row");
  return { seq: BigInt(head.seq), hash: head.hash };
}

function eventRow(project: SeededProject, at: number, step: (typeof steps)[number]) {
  return {
    id: rowId(6, project.n * steps.length + at),
    at: project.createdAt.toISOString(),
    command: step.command,
    outcome: "done",
    code: null,
    transition: step.transition,
    fromState: step.from,
    toState: step.to,
    actorId: project.unit.fillerId,
    actorName: "填报人",
    actorRole: "filler",
    projectId: project.id,
    unitId: project.unit.id,
    districtId: project.unit.districtId,
    subjectType: null,
    subjectId: null,
    params: {},
    reason: null,
    fileHashes: [],
    audience: "parties",
  };
}
