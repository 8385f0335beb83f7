import type { Actor } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { applicantRoles } from "@/lib/access/roles";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { mayConsent } from "./consent";
import { type CheckedItem, missingDocuments, proposalChecklist } from "./rules";

export interface ReturnNoteDto {
  id: string;
  field: string;
  reason: string;
  byName: string;
  byRole: string;
  at: Date;
  resolvedAt: Date | null;
}

export interface ProposalView {
  projectId: string;
  /** The version shown; 0 before the first save. */
  version: number;
  content: Record<string, unknown>;
  contentHash: string | null;
  savedByName: string | null;
  savedAt: Date | null;
  submittedAt: Date | null;
  /** Versions that were submitted, the newest first. */
  submitted: { version: number; submittedAt: Date; savedByName: string; contentHash: string }[];
  /** Only for the applicant's side while it may still write. */
  checklist: CheckedItem[] | null;
  missingDocuments: string[];
  notes: ReturnNoteDto[];
  editable: boolean;
  /** Child commands of this room that the actor can use now. */
  actions: string[];
}

const versionSelect = {
  version: true,
  content: true,
  contentHash: true,
  savedByName: true,
  savedAt: true,
  submittedAt: true,
} as const;

/**
 * The proposal of a project: the applicant's side sees what was saved last, everybody else what was
 * submitted (or the version asked for). Null outside the scope and for experts, who have their sheet.
 */
export async function proposalOf(
  tx: Tx,
  actor: Actor,
  projectId: string,
  asked?: number,
): Promise<ProposalView | null> {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  const own = isAllowed(mayAs(actor, project, applicantRoles));
  const writing = project.state === "draft" || project.state === "returned";
  const rows = await tx.proposal.findMany({
    where: { projectId, ...(own && writing ? {} : { submittedAt: { not: null } }) },
    orderBy: { version: "desc" },
    take: 200,
    select: versionSelect,
  });
  const row = rows.find(({ version }) => version === asked) ?? rows[0];
  const content = contentOf(row?.content);
  return {
    projectId,
    version: row?.version ?? 0,
    content,
    contentHash: row?.contentHash ?? null,
    savedByName: row?.savedByName ?? null,
    savedAt: row?.savedAt ?? null,
    submittedAt: row?.submittedAt ?? null,
    submitted: rows.flatMap(({ version, submittedAt, savedByName, contentHash }) =>
      submittedAt ? [{ version, submittedAt, savedByName, contentHash }] : [],
    ),
    checklist: own && writing ? proposalChecklist(content) : null,
    missingDocuments: missingDocuments(content),
    notes: await tx.returnNote.findMany({
      where: { projectId, subjectType: "proposal" },
      orderBy: [{ at: "desc" }, { id: "asc" }],
      take: 100,
      select: {
        id: true,
        field: true,
        reason: true,
        byName: true,
        byRole: true,
        at: true,
        resolvedAt: true,
      },
    }),
    editable:
      own && writing && (project.subStatus !== "with_unit_admin" || isAdmin(actor, project)),
    actions: proposalActions(actor, project),
  };
}

type Project = NonNullable<Awaited<ReturnType<typeof readProject>>>;

const isAdmin = (actor: Actor, project: Project): boolean =>
  isAllowed(mayAs(actor, project, ["unit_admin"]));

/** The commands on the papers, beside the transitions, that this actor can use now. */
export function proposalActions(actor: Actor, project: Project): string[] {
  const writing = project.state === "draft" || project.state === "returned";
  const withAdmin = project.subStatus === "with_unit_admin";
  const filler = isAllowed(mayAs(actor, project, ["filler"]));
  const asked = project.consentPending === "withdrawal";
  const underReview = ["district_review", "formal_review", "expert_review"].includes(project.state);
  const offers: readonly (readonly [verb: string, allowed: boolean])[] = [
    ["save-draft", writing && (isAdmin(actor, project) || (filler && !withAdmin))],
    ["hand-to-unit-admin", writing && filler && !withAdmin],
    ["hand-back-to-filler", writing && withAdmin && isAdmin(actor, project)],
    ["request-withdrawal", underReview && !asked && isAdmin(actor, project)],
    ["refuse-withdrawal", underReview && asked && isAllowed(mayConsent(actor, project))],
  ];
  return offers.flatMap(([verb, allowed]) => (allowed ? [`application.${verb}`] : []));
}

function contentOf(content: unknown): Record<string, unknown> {
  return typeof content === "object" && content !== null && !Array.isArray(content)
    ? { ...content }
    : {};
}

/** The open reasons on fields of what was returned: proposal, acceptance file or self-evaluation. */
export async function openReturnNotes(
  tx: Tx,
  actor: Actor,
  projectId: string,
): Promise<ReturnNoteDto[]> {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return [];
  return tx.returnNote.findMany({
    where: { projectId, resolvedAt: null },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      field: true,
      reason: true,
      byName: true,
      byRole: true,
      at: true,
      resolvedAt: true,
    },
  });
}
