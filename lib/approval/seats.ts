import type { Tx } from "@/lib/db/client";
import type { CommandContext } from "@/lib/kernel/command";
import { expectOne, type FieldProblem, invalid, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { guardedBy } from "@/lib/project/command";
import { cancelDuties, openDuty, settleDuties } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { loadCandidates, partiesOf } from "./candidates";
import { candidateProblems, type PanelProblem } from "./rules";

type Context = Pick<CommandContext, "tx" | "actor" | "now">;
export type Purpose = "review" | "acceptance";

/** A seat as the commands on seats work with it. */
export interface Seat {
  id: string;
  panelId: string;
  expertId: string;
  seat: number;
  status: string;
  /** 组长 of an acceptance panel; whoever replaces him leads. */
  lead: boolean;
  version: number;
  dueAt: Date;
  purpose: Purpose;
}

/** Seats that are in use: neither recused nor replaced. */
export const activeSeats = ["invited", "accepted", "submitted"] as const;

/** What a seated expert must do first: declare for a review, vote in an acceptance. */
export const firstDuty = {
  review: "approval.declare-interest",
  acceptance: "evaluation.cast-acceptance-vote",
} as const satisfies Record<Purpose, string>;

/** Opens one seat's next duty for its expert. */
export async function openSeatDuty(
  { tx, now }: Context,
  project: ProjectRecord,
  seat: Pick<Seat, "id" | "expertId" | "dueAt">,
  kind: string,
): Promise<void> {
  await openDuty(tx, project, {
    kind,
    subject: { type: "assignment", id: seat.id },
    holderRole: "expert",
    holderUserId: seat.expertId,
    since: now,
    dueAt: seat.dueAt,
  });
}

/** A seat of this project as stored, or null; `expertId` narrows to the actor's own. */
export async function findSeat(
  tx: Tx,
  projectId: string,
  assignmentId: string,
  expertId?: string,
): Promise<Seat | null> {
  const row = await tx.assignment.findFirst({
    where: { id: assignmentId, projectId, ...(expertId ? { expertId } : {}) },
    select: {
      id: true,
      panelId: true,
      expertId: true,
      seat: true,
      status: true,
      lead: true,
      version: true,
      dueAt: true,
      panel: { select: { purpose: true } },
    },
  });
  if (row === null) return null;
  const { panel, ...seat } = row;
  return { ...seat, purpose: purposeOf(panel.purpose) };
}

/** Writes a seat on its id, status and version; a faster writer makes this a 409. */
export async function writeSeat(
  tx: Tx,
  seat: Seat,
  data: Parameters<Tx["assignment"]["updateMany"]>[0]["data"],
): Promise<void> {
  expectOne(
    await tx.assignment.updateMany({
      where: { id: seat.id, status: seat.status, version: seat.version },
      data: { ...data, version: seat.version + 1 },
    }),
  );
}

/** The expert steps back: the seat is free. Answers it as it stands then. */
export async function recuseSeat(
  context: Context,
  seat: Seat,
  reason: string,
  declaration: string,
): Promise<Seat> {
  const { tx, now } = context;
  await writeSeat(tx, seat, { status: "recused", reason, declaration, declaredAt: now });
  await settleDuties(tx, { subjectType: "assignment", subjectId: seat.id }, context);
  return { ...seat, status: "recused", version: seat.version + 1 };
}

/** The bureau must find somebody for a free seat. */
export async function openReplacement(
  { tx, now }: Context,
  project: ProjectRecord,
  seat: Seat,
): Promise<void> {
  await openDuty(tx, project, {
    kind: "approval.replace-expert",
    subject: { type: "assignment", id: seat.id },
    holderRole: "bureau_officer",
    since: now,
    dueAt: seat.dueAt,
    params: { seat: seat.seat },
  });
}

/**
 * Puts another expert in a recused or overdue seat, with the same checks as a new panel, and opens
 * the newcomer's duty. Answers the new seat's id.
 */
export async function replaceSeat(
  context: Context,
  project: ProjectRecord,
  seat: Seat,
  expertId: string,
  reason: string,
): Promise<string> {
  const { tx, now } = context;
  const expert = await checkedReplacement(context, project, seat, expertId);
  const last = await tx.assignment.aggregate({
    where: { panelId: seat.panelId },
    _max: { seat: true },
  });
  const id = newId();
  const dueAt = await seatDueAt(tx, now);
  await writeSeat(tx, seat, {
    status: seat.status === "recused" ? "recused" : "replaced",
    lead: false,
    replacedById: id,
    ...(seat.status === "recused" ? {} : { reason }),
  });
  await tx.assignment.create({
    data: {
      id,
      ...guardedBy(project),
      panelId: seat.panelId,
      expertId: expert.id,
      expertName: expert.name,
      expertEmployer: expert.employer,
      seat: (last._max.seat ?? 0) + 1,
      lead: seat.lead,
      dueAt,
    },
    select: { id: true },
  });
  await settleDuties(tx, { kind: "approval.replace-expert", subjectId: seat.id }, context);
  await cancelDuties(tx, { subjectType: "assignment", subjectId: seat.id }, now);
  await openSeatDuty(context, project, { id, expertId, dueAt }, firstDuty[seat.purpose]);
  return id;
}

async function checkedReplacement(
  { tx, now }: Context,
  project: ProjectRecord,
  seat: Seat,
  expertId: string,
) {
  const parties = await partiesOf(tx, project);
  const [expert] = await loadCandidates(tx, { ids: [expertId] }, parties, now);
  if (!expert) throw invalidField("expertId", "expert_unknown");
  const others = await tx.assignment.findMany({
    where: { panelId: seat.panelId },
    select: { expertId: true, status: true },
  });
  if (others.some((other) => other.expertId === expertId)) {
    throw invalidField("expertId", "expert_twice", { name: expert.name });
  }
  const seated = others.filter(
    (other) => isActive(other.status) && other.expertId !== seat.expertId,
  );
  const employers = await tx.expert.findMany({
    where: { userId: { in: seated.map((other) => other.expertId) } },
    select: { employer: true },
  });
  const problems = candidateProblems(expert, parties);
  if (employers.some((other) => other.employer === expert.employer)) {
    problems.push({ code: "employer_twice", params: { name: expert.name } });
  }
  if (problems.length > 0) throw invalid({ expertId: problems.map(toFieldProblem) });
  return expert;
}

const isActive = (status: string): boolean => activeSeats.some((one) => one === status);

/** Until when an expert has time: ten working days unless the parameter says otherwise. */
export async function seatDueAt(tx: Tx, now: Date): Promise<Date> {
  const days = (await loadNumbers(tx, now)).get("limit_expert_review") ?? 10;
  return addWorkingDays(now, days, await loadCalendar(tx));
}

/** What a stored panel is for. */
export function purposeOf(text: string): Purpose {
  return text === "acceptance" ? "acceptance" : "review";
}

/** The acting person's id; panels are never formed by the public or the jobs. */
export function actorId({ actor }: Pick<CommandContext, "actor">): string {
  if (actor.userId === null) throw new Error("only a signed-in person may do this");
  return actor.userId;
}

/** A problem of the rules as a field's problem. */
export const toFieldProblem = ({ code, params }: PanelProblem): FieldProblem => ({ code, params });
