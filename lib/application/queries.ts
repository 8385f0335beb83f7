import { z } from "zod";
import { type Actor, holds, unitIdsOf } from "@/lib/access/actor";
import { applicantRoles, bureauRoles } from "@/lib/access/roles";
import { projectScope, seesOnlyAsExpert } from "@/lib/access/scope";
import { canonical } from "@/lib/audit/event";
import type { Tx } from "@/lib/db/client";
import { indicatorSources } from "@/lib/evaluation/indicator-sources";
import type { Prisma } from "@/lib/generated/prisma/client";
import { registrationRow } from "./registration/row";
import { batchSummary } from "./registration/summary";
import { type CheckedItem, missingDocuments, proposalChecklist } from "./rules";

const versionSelect = {
  version: true,
  content: true,
  contentHash: true,
  savedByName: true,
  savedAt: true,
  submittedAt: true,
} as const satisfies Prisma.ProposalSelect;

export type ProposalVersion = Prisma.ProposalGetPayload<{ select: typeof versionSelect }>;

/** A field that was returned: why, what it said then, and what it says now. */
export interface ReturnedField {
  field: string;
  reason: string;
  byName: string;
  byRole: string;
  at: Date;
  resolvedAt: Date | null;
  before: unknown;
  now: unknown;
  changed: boolean;
}

export interface ProposalView {
  projectId: string;
  projectVersion: number;
  state: string;
  subStatus: string | null;
  returnedFrom: string | null;
  dueAt: Date | null;
  /** What the actor works on or reads: the unit its newest version, all others the submitted one. */
  shown: ProposalVersion | null;
  submitted: ProposalVersion | null;
  /** The version to send with the next save; 0 before the first. */
  proposalVersion: number;
  checklist: CheckedItem[];
  missingDocuments: string[];
  returned: ReturnedField[];
}

/**
 * A project's proposal as the actor may read it; null outside the scope. Drafts are the unit's alone;
 * an expert doesn't learn whom the applicant asked to avoid.
 */
export async function proposalView(
  tx: Tx,
  actor: Actor,
  projectId: string,
): Promise<ProposalView | null> {
  const project = await tx.project.findFirst({
    where: { AND: [{ id: projectId }, projectScope(actor)] },
    select: {
      id: true,
      version: true,
      unitId: true,
      state: true,
      subStatus: true,
      returnedFrom: true,
      dueAt: true,
      indicatorSetId: true,
    },
  });
  if (project === null) return null;
  const own = unitIdsOf(actor, ...applicantRoles).includes(project.unitId);
  const submitted = shownTo(actor, await newest(tx, { projectId, submittedAt: { not: null } }));
  const latest = own ? await newest(tx, { projectId }) : null;
  const shown = latest ?? submitted;
  const content = shown?.content ?? {};
  return {
    projectId: project.id,
    projectVersion: project.version,
    state: project.state,
    subStatus: project.subStatus,
    returnedFrom: project.returnedFrom,
    dueAt: project.dueAt,
    shown,
    submitted,
    proposalVersion: shown?.version ?? 0,
    checklist: proposalChecklist(content, await indicatorSources(tx, project.indicatorSetId)),
    missingDocuments: missingDocuments(content),
    returned: seesOnlyAsExpert(actor) ? [] : await returnedFields(tx, projectId, content),
  };
}

function newest(tx: Tx, where: Prisma.ProposalWhereInput): Promise<ProposalVersion | null> {
  return tx.proposal.findFirst({ where, orderBy: { version: "desc" }, select: versionSelect });
}

function shownTo(actor: Actor, version: ProposalVersion | null): ProposalVersion | null {
  if (version === null || !seesOnlyAsExpert(actor) || !isRecord(version.content)) return version;
  const { avoidExperts: _hidden, ...content } = version.content;
  return { ...version, content };
}

/** The reasons given on fields, with what the returned version said beside what is there now. */
async function returnedFields(
  tx: Tx,
  projectId: string,
  content: unknown,
): Promise<ReturnedField[]> {
  const notes = await tx.returnNote.findMany({
    where: { projectId, subjectType: "proposal" },
    orderBy: [{ at: "desc" }, { field: "asc" }],
    take: 100,
    select: {
      field: true,
      reason: true,
      byName: true,
      byRole: true,
      at: true,
      resolvedAt: true,
      subjectId: true,
    },
  });
  const versions = await tx.proposal.findMany({
    where: { projectId, id: { in: notes.flatMap(({ subjectId }) => subjectId ?? []) } },
    select: { id: true, content: true },
  });
  const contentOf = new Map(versions.map((version) => [version.id, version.content]));
  return notes.map(({ subjectId, ...note }) => {
    const before = valueAt(subjectId ? contentOf.get(subjectId) : null, note.field);
    const now = valueAt(content, note.field);
    return { ...note, before, now, changed: canonical(before) !== canonical(now) };
  });
}

const isRecord = (value: unknown): value is Record<string, Prisma.JsonValue> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a dotted path; null where there is none. */
function valueAt(content: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)] ?? null;
    return isRecord(value) ? (value[key] ?? null) : null;
  }, content);
}

export interface RegistrationItem {
  id: string;
  status: string;
  fileName: string | null;
  rowCount: number;
  note: string;
  createdById: string;
  createdByName: string;
  createdAt: Date;
  confirmedByName: string | null;
  confirmedAt: Date | null;
  version: number;
}

const registrationSelect = {
  id: true,
  status: true,
  fileName: true,
  rowCount: true,
  note: true,
  createdById: true,
  createdByName: true,
  createdAt: true,
  confirmedByName: true,
  confirmedAt: true,
  version: true,
} as const satisfies Prisma.RegistrationSelect;

/** Batches of registered projects, those that wait first; the bureau's and the auditor's. */
export async function listRegistrations(tx: Tx, actor: Actor): Promise<RegistrationItem[]> {
  if (!holds(actor, ...bureauRoles, "manager", "auditor")) return [];
  return tx.registration.findMany({
    orderBy: [{ confirmedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: 100,
    select: registrationSelect,
  });
}

/** One batch with its lines and what confirming it brings about; null for all but the bureau, the manager and the auditor. */
export async function registrationDetail(tx: Tx, actor: Actor, id: string) {
  if (!holds(actor, ...bureauRoles, "manager", "auditor")) return null;
  const batch = await tx.registration.findUnique({
    where: { id },
    select: {
      ...registrationSelect,
      rows: true,
      projects: { orderBy: { number: "asc" }, select: { id: true, number: true, title: true } },
    },
  });
  if (batch === null) return null;
  const rows = z.array(registrationRow).safeParse(batch.rows).data ?? [];
  const known = await tx.unit.findMany({
    where: { uscc: { in: rows.map(({ uscc }) => uscc) } },
    select: { uscc: true },
  });
  const summary = batchSummary(rows);
  return { ...batch, rows, summary: { ...summary, newUnits: summary.units - known.length } };
}
