import type { Actor } from "@/lib/access/actor";
import { holds } from "@/lib/access/actor";
import { isUndecided, seesExperts } from "@/lib/access/experts";
import { bureauRoles } from "@/lib/access/roles";
import { projectScope } from "@/lib/access/scope";
import { unseal } from "@/lib/accounts/sealed";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { loadCandidates, partiesOf } from "./candidates";
import { type Candidate, candidateProblems, type PanelProblem } from "./rules";
import { activeSeats } from "./seats";

export interface SeatDto {
  id: string;
  seat: number;
  expertId: string;
  expertName: string;
  status: string;
  version: number;
  dueAt: Date;
  declaredAt: Date | null;
  submittedAt: Date | null;
  total: string | null;
  verdict: string | null;
  comment: string | null;
  reason: string | null;
  replaceable: boolean;
}

export interface PanelDto {
  id: string;
  purpose: string;
  round: number;
  route: string;
  formedAt: Date;
  formedByName: string;
  closedAt: Date | null;
  outstanding: string[];
  seats: SeatDto[];
}

/** The panels of a project with their seats, for officials; empty for everybody else. */
export async function panelsOf(
  tx: Tx,
  actor: Actor,
  projectId: string,
  now: Date,
): Promise<PanelDto[]> {
  const project = await readProject(tx, actor, projectId);
  if (project === null || !seesExperts(actor, project.state)) return [];
  const panels = await tx.panel.findMany({
    where: { projectId },
    orderBy: [{ purpose: "desc" }, { round: "asc" }],
    select: {
      id: true,
      purpose: true,
      round: true,
      route: true,
      formedAt: true,
      formedByName: true,
      closedAt: true,
      assignments: {
        orderBy: { seat: "asc" },
        select: {
          id: true,
          seat: true,
          expertId: true,
          expertName: true,
          status: true,
          version: true,
          dueAt: true,
          declaredAt: true,
          submittedAt: true,
          total: true,
          verdict: true,
          comment: true,
          reason: true,
          replacedById: true,
        },
      },
    },
  });
  return panels.map(({ assignments, ...panel }) => ({
    ...panel,
    outstanding: assignments
      .filter(({ status }) => status === "invited" || status === "accepted")
      .map(({ expertName }) => expertName),
    seats: assignments.map(({ replacedById, total, comment, ...seat }) => ({
      ...seat,
      total: total?.toFixed(2) ?? null,
      // An unfinished sheet is the expert's own.
      comment: seat.status === "submitted" ? comment : null,
      replaceable: replacedById === null && isReplaceable(seat.status, seat.dueAt, now),
    })),
  }));
}

function isReplaceable(status: string, dueAt: Date, now: Date): boolean {
  if (status === "recused") return true;
  return (status === "invited" || status === "accepted") && dueAt < now;
}

export interface CandidateDto extends Candidate {
  problems: PanelProblem[];
}

/** Every expert with what stands against a seat in this project, for the bureau that forms a panel. */
export async function candidatesFor(
  tx: Tx,
  actor: Actor,
  projectId: string,
  now: Date,
): Promise<CandidateDto[]> {
  const project = await readProject(tx, actor, projectId);
  if (project === null || !holds(actor, ...bureauRoles)) return [];
  const parties = await partiesOf(tx, project);
  const seated = await tx.assignment.findMany({
    where: { projectId, status: { in: [...activeSeats] }, panel: { closedAt: null } },
    select: { expertId: true },
  });
  const taken = new Set(seated.map((seat) => seat.expertId));
  const candidates = await loadCandidates(tx, {}, parties, now);
  return candidates.map((candidate) => ({
    ...candidate,
    problems: [
      ...candidateProblems(candidate, parties),
      ...(taken.has(candidate.id)
        ? [{ code: "expert_twice" as const, params: { name: candidate.name } }]
        : []),
    ],
  }));
}

export interface MergedDto {
  verdict: string;
  mean: string;
  round: number;
  /** Only for officials. */
  text: string | null;
  deviation: string | null;
  flagged: boolean | null;
  byName: string | null;
  at: Date;
}

/**
 * The merged result of the latest review: officials see all of it; the applicant's side and the
 * district the mean and verdict once the decision is published, never who or how many judged.
 */
export async function mergedReview(
  tx: Tx,
  actor: Actor,
  projectId: string,
): Promise<MergedDto | null> {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const official = holds(actor, ...bureauRoles, "manager", "auditor");
  const party = holds(actor, "filler", "unit_admin", "district_officer");
  if (!official && (!party || isUndecided(project.state))) return null;
  const row = await tx.opinion.findFirst({
    where: { projectId, kind: "review_summary" },
    orderBy: { at: "desc" },
    select: { verdict: true, text: true, details: true, byName: true, at: true },
  });
  if (row === null) return null;
  const details = detailsOf(row.details);
  return {
    verdict: row.verdict,
    at: row.at,
    mean: String(details.mean ?? ""),
    round: Number(details.round ?? 1),
    text: official ? row.text : null,
    deviation: official ? String(details.deviation ?? "") : null,
    flagged: official ? details.flagged === true : null,
    byName: official ? row.byName : null,
  };
}

function detailsOf(details: unknown): Record<string, unknown> {
  return details !== null && typeof details === "object" ? { ...details } : {};
}

export interface ObjectionDto {
  id: string;
  status: string;
  version: number;
  filerName: string;
  filerPhone: string;
  filerUnit: string | null;
  content: string;
  filedAt: Date;
  dueAt: Date | null;
  finding: string | null;
  handledByName: string | null;
}

/** Objections with who filed them: for the bureau alone, whose officers must call back. */
export async function objectionsOf(
  tx: Tx,
  actor: Actor,
  projectId: string,
): Promise<ObjectionDto[]> {
  if (!holds(actor, ...bureauRoles)) return [];
  const rows = await tx.objection.findMany({
    where: { projectId, project: projectScope(actor) },
    orderBy: { filedAt: "asc" },
    select: {
      id: true,
      status: true,
      version: true,
      filerNameEnc: true,
      filerPhoneEnc: true,
      filerUnit: true,
      content: true,
      filedAt: true,
      dueAt: true,
      finding: true,
      handledByName: true,
    },
  });
  return rows.map(({ filerNameEnc, filerPhoneEnc, ...row }) => ({
    ...row,
    filerName: unseal(filerNameEnc),
    filerPhone: unseal(filerPhoneEnc),
  }));
}

/** Decisions entered for the manager on this project, for officials. */
export async function proxyDecisionsOf(tx: Tx, actor: Actor, projectId: string) {
  if (!holds(actor, ...bureauRoles, "manager", "auditor")) return [];
  return tx.proxyDecision.findMany({
    where: { projectId, project: projectScope(actor) },
    orderBy: { recordedAt: "desc" },
    select: {
      id: true,
      command: true,
      input: true,
      minutesNumber: true,
      scanFileId: true,
      status: true,
      recordedById: true,
      recordedByName: true,
      recordedAt: true,
      confirmedByName: true,
      confirmedAt: true,
      version: true,
    },
  });
}
