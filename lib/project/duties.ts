import type { Actor } from "@/lib/access/actor";
import { directDistrictId, type Role } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { newId } from "@/lib/kernel/ids";
import { type State, type SubStatus, stateRow, subStatusTurn } from "@/lib/lifecycle/states";

/** The guarded part of a project that its duties copy. */
export interface DutyOwner {
  id: string;
  unitId: string;
  districtId: string;
  caseOfficerId: string | null;
}

export interface DutyDraft {
  /** Code of what is to be done; the messages tell it in both languages. */
  kind: string;
  subject: { type: string; id: string };
  holderRole: Role;
  holderUserId?: string | null;
  /** Who may not do it, though he holds the role. */
  exceptUserId?: string | null;
  period?: string;
  since: Date;
  dueAt: Date | null;
  returned?: boolean;
  params?: Prisma.InputJsonObject;
}

/** States whose work is held by other rows (seats, reports) or by nobody until they end. */
const withoutOwnDuty: ReadonlySet<State> = new Set(["expert_review", "active", "tracking"]);

/**
 * Opens one duty: it appears on its holder's desk, and reminders count from its due date. One that
 * was settled in the same instant is opened again, since its key names that instant.
 */
export async function openDuty(tx: Tx, project: DutyOwner, draft: DutyDraft): Promise<void> {
  const row = dutyRow(project, draft);
  const { count } = await tx.duty.createMany({ data: [row], skipDuplicates: true });
  if (count > 0) return;
  const { kind, subjectId, holderRole, period, since } = row;
  const { holderUserId, exceptUserId, dueAt, returned, params } = row;
  await tx.duty.updateMany({
    where: { kind, subjectId, holderRole, period, since, status: { not: "open" } },
    data: {
      holderUserId,
      exceptUserId,
      dueAt,
      returned,
      params,
      status: "open",
      doneAt: null,
      doneById: null,
    },
  });
}

/** A duty as its row: whose desk it lies on, who may not do it, and what it copies of its project. */
export function dutyRow(project: DutyOwner, draft: DutyDraft) {
  return {
    id: newId(),
    projectId: project.id,
    unitId: project.unitId,
    districtId: project.districtId,
    kind: draft.kind,
    subjectType: draft.subject.type,
    subjectId: draft.subject.id,
    holderRole: holderFor(draft.holderRole, project.districtId),
    holderUserId: draft.holderUserId ?? caseOfficer(draft.holderRole, project),
    exceptUserId: draft.exceptUserId ?? standingIn(draft.holderRole, project),
    period: draft.period ?? "",
    since: draft.since,
    dueAt: draft.dueAt,
    returned: draft.returned ?? false,
    params: draft.params ?? {},
  };
}

export interface StateDuty {
  state: State;
  subStatus: SubStatus | null;
  dueAt: Date | null;
  since: Date;
  returned: boolean;
}

/** Opens the duty of whoever holds the ball in a state. */
export async function openStateDuties(tx: Tx, project: DutyOwner, duty: StateDuty): Promise<void> {
  if (withoutOwnDuty.has(duty.state) && duty.subStatus === null) return;
  const role = (duty.subStatus ? subStatusTurn[duty.subStatus] : stateRow(duty.state).turn)[0];
  if (!role) return;
  await openDuty(tx, project, {
    kind: `state.${duty.state}`,
    subject: { type: "project", id: project.id },
    holderRole: role,
    since: duty.since,
    dueAt: duty.dueAt,
    returned: duty.returned,
  });
}

/** Settles the open duties that match: done by the actor now. */
export async function settleDuties(
  tx: Tx,
  where: Prisma.DutyWhereInput,
  by: { actor: Actor; now: Date },
): Promise<void> {
  await tx.duty.updateMany({
    where: { AND: [where, { status: "open" }] },
    data: { status: "done", doneAt: by.now, doneById: by.actor.userId },
  });
}

/** Cancels the open duties that match: nobody did them, they fell away. */
export async function cancelDuties(tx: Tx, where: Prisma.DutyWhereInput, now: Date): Promise<void> {
  await tx.duty.updateMany({
    where: { AND: [where, { status: "open" }] },
    data: { status: "cancelled", doneAt: now },
  });
}

/** Direct units have no district: its steps are the bureau's (domain.md §1.2). */
export function holderFor(role: Role, districtId: string): Role {
  return role === "district_officer" && districtId === directDistrictId ? "bureau_officer" : role;
}

/** Whoever has the case may not also take the district's steps of a direct unit (domain.md §1.2). */
function standingIn(role: Role, project: DutyOwner): string | null {
  return role === "district_officer" && project.districtId === directDistrictId
    ? project.caseOfficerId
    : null;
}

/** A case officer's work waits on his desk alone; a direct unit's district step on anyone else's. */
function caseOfficer(role: Role, project: DutyOwner): string | null {
  return role === "bureau_officer" ? project.caseOfficerId : null;
}
