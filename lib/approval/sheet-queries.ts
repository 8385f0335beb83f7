import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { type Criterion, criteriaOf } from "./score-sheet";
import { activeSeats } from "./seats";

export interface MySeatDto {
  assignmentId: string;
  projectId: string;
  title: string;
  purpose: string;
  round: number;
  route: string;
  status: string;
  version: number;
  dueAt: Date;
  submittedAt: Date | null;
}

const ownSeat = (actor: Actor) => ({
  expertId: actor.userId ?? "",
  status: { in: [...activeSeats] },
  project: projectScope(actor),
});

/** The seats that the actor holds as an expert, the most urgent first; never anybody else's. */
export async function mySeats(tx: Tx, actor: Actor): Promise<MySeatDto[]> {
  if (actor.userId === null) return [];
  const rows = await tx.assignment.findMany({
    where: ownSeat(actor),
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      projectId: true,
      status: true,
      version: true,
      dueAt: true,
      submittedAt: true,
      project: { select: { title: true } },
      panel: { select: { purpose: true, round: true, route: true } },
    },
  });
  return rows.map(({ id, project, panel, ...row }) => ({
    assignmentId: id,
    ...row,
    ...panel,
    title: project.title,
  }));
}

export interface ReviewSheetDto extends MySeatDto {
  unitName: string;
  countryCode: string;
  industryCode: string;
  cooperationMode: string;
  conflictsDeclared: boolean;
  criteria: Criterion[];
  scores: { code: string; score: number }[];
  comment: string;
  total: string | null;
  verdict: string | null;
  /** The proposal without contacts and without whom the applicant asked to avoid. */
  proposal: Record<string, unknown>;
}

/** Parts of a proposal that no expert is shown. */
const kept = new Set(["avoidExperts", "documents", "pledge"]);

/** The actor's own sheet of a review with what he may read of the proposal; null when it is not his. */
export async function myReviewSheet(
  tx: Tx,
  actor: Actor,
  assignmentId: string,
): Promise<ReviewSheetDto | null> {
  if (actor.userId === null) return null;
  const row = await tx.assignment.findFirst({
    where: { AND: [{ id: assignmentId }, ownSeat(actor), { panel: { purpose: "review" } }] },
    select: {
      id: true,
      projectId: true,
      status: true,
      version: true,
      dueAt: true,
      declaredAt: true,
      submittedAt: true,
      scores: true,
      comment: true,
      total: true,
      verdict: true,
      project: {
        select: {
          title: true,
          unitName: true,
          countryCode: true,
          industryCode: true,
          cooperationMode: true,
          proposals: {
            where: { submittedAt: { not: null } },
            orderBy: { version: "desc" },
            take: 1,
            select: { content: true },
          },
        },
      },
      panel: {
        select: {
          purpose: true,
          round: true,
          route: true,
          scoreSheet: { select: { criteria: true } },
        },
      },
    },
  });
  if (row === null) return null;
  const { scoreSheet, ...panel } = row.panel;
  const { proposals, ...project } = row.project;
  return {
    assignmentId: row.id,
    projectId: row.projectId,
    status: row.status,
    version: row.version,
    dueAt: row.dueAt,
    submittedAt: row.submittedAt,
    conflictsDeclared: row.declaredAt !== null,
    ...panel,
    ...project,
    criteria: scoreSheet ? criteriaOf(scoreSheet.criteria) : [],
    scores: scoresOf(row.scores),
    comment: row.comment ?? "",
    total: row.total?.toFixed(2) ?? null,
    verdict: row.verdict,
    proposal: withoutContacts(proposals[0]?.content),
  };
}

function scoresOf(stored: unknown): { code: string; score: number }[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((row: unknown) => {
    if (row === null || typeof row !== "object" || !("code" in row) || !("score" in row)) return [];
    return typeof row.code === "string" && typeof row.score === "number"
      ? [{ code: row.code, score: row.score }]
      : [];
  });
}

function withoutContacts(content: unknown): Record<string, unknown> {
  if (content === null || typeof content !== "object") return {};
  const parts = Object.entries(content).filter(([name]) => !kept.has(name));
  return Object.fromEntries(
    parts.map(([name, value]) => [name, name === "investigator" ? withoutPhone(value) : value]),
  );
}

function withoutPhone(person: unknown): unknown {
  if (person === null || typeof person !== "object") return person;
  return Object.fromEntries(Object.entries(person).filter(([name]) => name !== "phone"));
}
