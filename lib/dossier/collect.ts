import { type Actor, holds } from "@/lib/access/actor";
import { seesExperts } from "@/lib/access/experts";
import { citywideRoles } from "@/lib/access/roles";
import { verifyEventsOf } from "@/lib/audit/verify";
import type { Tx } from "@/lib/db/client";
import { visibleLinks, withoutExperts } from "@/lib/documents/scope";
import { rerunEvaluation } from "@/lib/evaluation/frozen";
import { auditKey } from "@/lib/kernel/env";
import { forbidden } from "@/lib/kernel/errors";
import { readProject } from "@/lib/project/load";
import { recordParts } from "./records";

/** A document as it will stand in the archive, with the hash that was stored when it came in. */
export interface DossierFile {
  path: string;
  storageKey: string;
  sha256: string;
}

/**
 * What the file of a project holds, as of one moment: its records as JSON texts, its documents still
 * unread, and what could be checked at once. Null outside the scope; 403 for whoever sees the
 * project but isn't of the bureau, the manager or the auditor.
 */
export async function collectDossier(tx: Tx, actor: Actor, projectId: string) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  if (!holds(actor, ...citywideRoles)) throw forbidden();
  const veiled = !seesExperts(actor, project.state);
  const records: { path: string; text: string }[] = [];
  for (const { name, read } of recordParts) {
    const rows = await read({ tx, projectId, veiled });
    records.push({ path: `records/${name}.json`, text: jsonText(rows) });
  }
  return {
    project: { id: project.id, number: project.number, title: project.title, state: project.state },
    veiled,
    records,
    files: await filesOf(tx, actor, projectId, veiled),
    events: await verifyEventsOf(tx, projectId, auditKey()),
    evaluations: await rerunsOf(tx, projectId),
  };
}

export type Dossier = NonNullable<Awaited<ReturnType<typeof collectDossier>>>;

/** Indented JSON; numbers of any size as text, money with its digits. */
const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? String(inner) : inner), 2)}\n`;

async function filesOf(
  tx: Tx,
  actor: Actor,
  projectId: string,
  veiled: boolean,
): Promise<DossierFile[]> {
  const links = await tx.fileLink.findMany({
    where: { AND: [{ projectId }, visibleLinks(actor), veiled ? withoutExperts : {}] },
    orderBy: [{ documentKind: "asc" }, { version: "asc" }, { linkedAt: "asc" }],
    select: { documentKind: true, version: true, fileId: true, file: { select: fileSelect } },
  });
  const evidence = await tx.evidence.findMany({
    where: { projectId, fileId: { not: null } },
    orderBy: { id: "asc" },
    select: { fileId: true, file: { select: fileSelect } },
  });
  const all = [
    ...links,
    ...evidence.map((row) => ({ ...row, documentKind: "evidence", version: 1 })),
  ];
  const found = new Map<string, DossierFile>();
  for (const { documentKind, version, fileId, file } of all) {
    if (fileId === null || file === null || found.has(fileId)) continue;
    const { originalName, storageKey, sha256 } = file;
    const name = `v${version}-${fileId.slice(-8)}-${plainName(originalName)}`;
    found.set(fileId, { path: `documents/${documentKind}/${name}`, storageKey, sha256 });
  }
  return [...found.values()];
}

const fileSelect = { originalName: true, storageKey: true, sha256: true } as const;

/** A name that every system can unpack. */
const plainName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")
    .replace(/^\.+/, "_")
    .slice(-80);

/** Each final evaluation scored again from what it froze. */
async function rerunsOf(tx: Tx, projectId: string) {
  const rows = await tx.evaluation.findMany({
    where: { projectId, frozenHash: { not: null } },
    orderBy: { round: "asc" },
    select: { round: true, frozen: true, frozenHash: true },
  });
  return rows.map(({ round, frozen, frozenHash }) => ({
    round,
    ...rerunEvaluation(frozen, frozenHash ?? ""),
  }));
}
