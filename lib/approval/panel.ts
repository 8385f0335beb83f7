import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { loadCandidates, partiesOf } from "./candidates";
import { type PanelProblem, panelProblems } from "./rules";
import type { PanelRoute } from "./schema";
import {
  actorId,
  firstDuty,
  openSeatDuty,
  type Purpose,
  purposeOf,
  seatDueAt,
  toFieldProblem,
} from "./seats";

type Context = Pick<CommandContext, "tx" | "actor" | "now">;
export interface PanelPlan {
  purpose: Purpose;
  round: number;
  route: PanelRoute;
  expertIds: readonly string[];
  scoreSheetId?: string | null;
  /** 组长 of an acceptance panel. */
  leaderId?: string;
  /** How the experts were drawn, or why they were chosen by hand. */
  draw?: Prisma.InputJsonObject;
  formedReason?: string;
}

/**
 * Forms a panel with its seats (domain.md §1.6): refuses on `expertIds` (422) whoever is unknown,
 * inactive, tied to a party, under an integrity case, to be avoided, or of an employer already there,
 * and panels that are too small, even or without a finance expert. Answers the panel's id.
 */
export async function formPanel(
  context: Context,
  project: ProjectRecord,
  plan: PanelPlan,
): Promise<string> {
  const { tx, actor, now } = context;
  const seats = await checkedExperts(context, project, plan);
  const id = newId();
  await tx.panel.create({
    data: {
      id,
      ...guardedBy(project),
      purpose: plan.purpose,
      round: plan.round,
      route: plan.route,
      scoreSheetId: plan.scoreSheetId ?? null,
      draw: plan.draw,
      formedReason: plan.formedReason ?? null,
      conflictsClearedAt: now,
      formedById: actorId(context),
      formedByName: actor.name,
      formedAt: now,
    },
    select: { id: true },
  });
  const dueAt = await seatDueAt(tx, now);
  await tx.assignment.createMany({
    data: seats.map((expert, index) => ({
      id: newId(),
      ...guardedBy(project),
      panelId: id,
      expertId: expert.id,
      expertName: expert.name,
      expertEmployer: expert.employer,
      seat: index + 1,
      lead: expert.id === plan.leaderId,
      dueAt,
    })),
  });
  return id;
}

async function checkedExperts({ tx, now }: Context, project: ProjectRecord, plan: PanelPlan) {
  const parties = await partiesOf(tx, project);
  const found = await loadCandidates(tx, { ids: plan.expertIds }, parties, now);
  const byId = new Map(found.map((expert) => [expert.id, expert]));
  const ids = [...new Set(plan.expertIds)];
  const experts = ids.flatMap((one) => byId.get(one) ?? []);
  const problems: PanelProblem[] = [];
  if (ids.length < plan.expertIds.length) problems.push({ code: "expert_twice", params: {} });
  if (experts.length < ids.length) problems.push({ code: "expert_unknown", params: {} });
  problems.push(...panelProblems(plan.route, experts, parties, await loadNumbers(tx, now)));
  if (problems.length > 0) throw invalid({ expertIds: problems.map(toFieldProblem) });
  return experts;
}

/** Opens the duty of every seat that waits for its expert; its due date counts from now. */
export async function openSeatDuties(
  context: Context,
  project: ProjectRecord,
  panelId: string,
): Promise<void> {
  const { tx, now } = context;
  const panel = await tx.panel.findFirstOrThrow({
    where: { id: panelId, projectId: project.id },
    select: { purpose: true },
  });
  const dueAt = await seatDueAt(tx, now);
  await tx.assignment.updateMany({ where: { panelId, status: "invited" }, data: { dueAt } });
  const seats = await tx.assignment.findMany({
    where: { panelId, status: "invited" },
    orderBy: { seat: "asc" },
    select: { id: true, expertId: true },
  });
  for (const seat of seats) {
    await openSeatDuty(context, project, { ...seat, dueAt }, firstDuty[purposeOf(panel.purpose)]);
  }
}

/**
 * Sends the review panel that waits to its experts: at T09 the first, at T14 the new one. Refused
 * (409 `panel_formed`) where none was formed.
 */
export async function activatePanel(context: Context, project: ProjectRecord): Promise<void> {
  const panel = await context.tx.panel.findFirst({
    where: { projectId: project.id, purpose: "review", closedAt: null },
    orderBy: { round: "desc" },
    select: { id: true },
  });
  if (panel === null) throw conflict("panel_formed");
  await openSeatDuties(context, project, panel.id);
}
