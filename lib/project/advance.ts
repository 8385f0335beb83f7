import type { EventDraft, EventParams } from "@/lib/audit/event";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { type DueBasis, dueOf } from "@/lib/lifecycle/due";
import { type State, type SubStatus, stateRow, subStatusTurn } from "@/lib/lifecycle/states";
import { type TransitionId, transitionRow } from "@/lib/lifecycle/transitions";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { openStateDuties, settleDuties } from "./duties";
import type { ProjectRecord } from "./load";

export interface AdvanceOptions {
  /** Only for T00 and T36, whose target the row does not fix alone. */
  to?: State;
  subStatus?: SubStatus | null;
  /** A due date that the caller computed; otherwise the state's limit decides. */
  dueAt?: Date | null;
  /** The public notice's end: from then on it is the next holder's turn. */
  noticeEndsAt?: Date | null;
  data?: Prisma.ProjectUncheckedUpdateManyInput;
  reason?: string | null;
  params?: EventParams;
  fileHashes?: readonly string[];
  /** The papers come back to the applicant: they appear under 被退回. */
  returned?: boolean;
}

export interface Advanced {
  event: EventDraft;
  data: { projectId: string; state: State; version: number };
}

/**
 * Makes one transition: the conditional write on id, state and version, the due date, the duties of
 * whoever is next, and the event's draft. A transition from another state is a 409.
 */
export async function advance(
  context: Pick<CommandContext, "tx" | "actor" | "now" | "proxy">,
  project: ProjectRecord,
  id: TransitionId,
  options: AdvanceOptions = {},
): Promise<Advanced> {
  const row = transitionRow(id);
  if (!row.from.includes(project.state)) throw conflict("wrong_state", { state: project.state });
  const to = options.to ?? targetOf(id);
  const dueAt =
    options.dueAt === undefined
      ? await dueAfter(context.tx, project, to, context.now, options)
      : options.dueAt;
  const subStatus = options.subStatus ?? null;
  const since = options.noticeEndsAt ?? context.now;
  await writeState(
    context.tx,
    project,
    { to, subStatus, dueAt, since, now: context.now },
    options.data,
  );
  await settleDuties(
    context.tx,
    { projectId: project.id, kind: `state.${project.state}` },
    context,
  );
  await openStateDuties(context.tx, project, {
    state: to,
    subStatus,
    dueAt,
    since,
    returned: options.returned ?? false,
  });
  return {
    data: { projectId: project.id, state: to, version: project.version + 1 },
    event: {
      projectId: project.id,
      unitId: project.unitId,
      districtId: project.districtId,
      transition: id,
      fromState: project.state,
      toState: to,
      reason: options.reason ?? null,
      params: { ...options.params, ...proxyParams(context) },
      fileHashes: options.fileHashes ?? [],
    },
  };
}

/** Moves the papers inside a state (contracting, acceptance, evaluation) and opens the next holder's duty. */
export async function passTo(
  context: Pick<CommandContext, "tx" | "actor" | "now">,
  project: ProjectRecord,
  subStatus: SubStatus,
  options: Pick<AdvanceOptions, "data" | "returned"> = {},
): Promise<void> {
  const { tx, now } = context;
  await writeState(
    tx,
    project,
    { to: project.state, subStatus, dueAt: project.dueAt, since: now, now },
    options.data,
  );
  await settleDuties(tx, { projectId: project.id, kind: `state.${project.state}` }, context);
  await openStateDuties(tx, project, {
    state: project.state,
    subStatus,
    dueAt: project.dueAt,
    since: now,
    returned: options.returned ?? false,
  });
}

interface Step {
  to: State;
  subStatus: SubStatus | null;
  dueAt: Date | null;
  /** From when on it is the next holder's turn. */
  since: Date;
  now: Date;
}

async function writeState(
  tx: Tx,
  project: ProjectRecord,
  step: Step,
  data: AdvanceOptions["data"] = {},
): Promise<void> {
  const moved = step.to !== project.state;
  const result = await tx.project.updateMany({
    where: { id: project.id, state: project.state, version: project.version },
    data: {
      ...data,
      state: step.to,
      subStatus: step.subStatus,
      turnRole:
        (step.subStatus ? subStatusTurn[step.subStatus] : stateRow(step.to).turn)[0] ?? null,
      turnSince: step.since,
      dueAt: step.dueAt,
      version: project.version + 1,
      updatedAt: step.now,
      ...(moved ? { stateSince: step.now, consentPending: null } : {}),
    },
  });
  expectOne(result);
}

function targetOf(id: TransitionId): State {
  const { to } = transitionRow(id);
  if (to === "where_it_stands") throw new Error(`${id} needs a target state`);
  return to;
}

async function dueAfter(
  tx: Tx,
  project: ProjectRecord,
  to: State,
  now: Date,
  options: AdvanceOptions,
): Promise<Date | null> {
  return dueOf(to, now, await dueBasis(tx, project, now, options));
}

/** What the due dates of this project depend on. */
export async function dueBasis(
  tx: Tx,
  project: Pick<ProjectRecord, "callId" | "endsOn">,
  now: Date,
  options: Pick<AdvanceOptions, "noticeEndsAt" | "data"> = {},
): Promise<DueBasis> {
  const call = project.callId
    ? await tx.call.findUnique({
        where: { id: project.callId },
        select: { closesAt: true, districtClosesAt: true },
      })
    : null;
  const endsOn = options.data?.endsOn;
  return {
    parameters: await loadNumbers(tx, now),
    calendar: await loadCalendar(tx),
    callClosesAt: call?.closesAt ?? null,
    districtClosesAt: call?.districtClosesAt ?? null,
    noticeEndsAt: options.noticeEndsAt ?? null,
    endsOn: endsOn instanceof Date ? endsOn : project.endsOn,
  };
}

function proxyParams({ proxy }: Pick<CommandContext, "proxy">): EventParams {
  if (proxy === null) return {};
  return {
    onBehalfOf: "manager",
    recordedBy: proxy.recordedByName,
    minutesNumber: proxy.minutesNumber,
  };
}
