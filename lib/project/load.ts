import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isReading } from "@/lib/kernel/query";
import type { ProjectSnapshot } from "@/lib/lifecycle/facts";
import { isState, isSubStatus } from "@/lib/lifecycle/states";

/** What every command on a project works with. */
export const projectSelect = {
  id: true,
  number: true,
  title: true,
  titleEn: true,
  origin: true,
  callId: true,
  programmeLevel: true,
  unitId: true,
  unitName: true,
  districtId: true,
  state: true,
  subStatus: true,
  stateSince: true,
  turnSince: true,
  dueAt: true,
  version: true,
  year: true,
  countryCode: true,
  industryCode: true,
  cooperationMode: true,
  startsOn: true,
  endsOn: true,
  grantAmount: true,
  ownAmount: true,
  budgetTotal: true,
  adjustedBudget: true,
  spentAmount: true,
  lightProfile: true,
  returnedFrom: true,
  districtOpenedAt: true,
  supplementUsed: true,
  rectificationUsed: true,
  consentPending: true,
  acceptanceResult: true,
  finalScore: true,
  grade: true,
  archivedBy: true,
  trackingNeeded: true,
  caseOfficerId: true,
  indicatorSetId: true,
  evaluationRuleId: true,
  hands: { select: { userId: true, part: true } },
} as const satisfies Prisma.ProjectSelect;

type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof projectSelect }>;

/** A loaded project: its row, with the life-cycle's view of it (`hands` are the four-eyes user ids). */
export type ProjectRecord = Omit<ProjectRow, "hands"> & ProjectSnapshot;

/** Locks and loads a project within the actor's scope; null when it is not there for this actor. */
export async function lockProject(tx: Tx, actor: Actor, id: string): Promise<ProjectRecord | null> {
  await tx.$queryRaw`select id from project where id = ${id}::uuid for update`;
  return readProject(tx, actor, id);
}

const readBefore = new WeakMap<Tx, Map<string, Promise<ProjectRecord | null>>>();

/**
 * Loads a project within the actor's scope without locking it. The many queries of one page ask for
 * it in one reading transaction: there it is read once.
 */
export function readProject(tx: Tx, actor: Actor, id: string): Promise<ProjectRecord | null> {
  if (!isReading(tx)) return findProject(tx, actor, id);
  const known = readBefore.get(tx) ?? new Map<string, Promise<ProjectRecord | null>>();
  readBefore.set(tx, known);
  const key = keyOf(actor, id);
  const found = known.get(key) ?? findProject(tx, actor, id);
  known.set(key, found);
  return found;
}

/**
 * Lets the queries of one page answer from the record that the page has already shown, so that its parts
 * never contradict its head; `record` must have been read for this actor.
 */
export function rememberProject(tx: Tx, actor: Actor, record: ProjectRecord): void {
  if (!isReading(tx)) throw new Error("only a reading transaction remembers");
  const known = readBefore.get(tx) ?? new Map<string, Promise<ProjectRecord | null>>();
  readBefore.set(tx, known);
  known.set(keyOf(actor, record.id), Promise.resolve(record));
}

const keyOf = (actor: Actor, id: string): string => `${actor.kind}:${actor.userId}:${id}`;

async function findProject(tx: Tx, actor: Actor, id: string): Promise<ProjectRecord | null> {
  const row = await tx.project.findFirst({
    where: { AND: [{ id }, projectScope(actor)] },
    select: projectSelect,
  });
  return row === null ? null : toRecord(row);
}

/** The life-cycle's view of a project row. */
export function toRecord(row: ProjectRow): ProjectRecord {
  if (!isState(row.state)) throw new Error(`project ${row.id} is in no known state`);
  if (row.subStatus !== null && !isSubStatus(row.subStatus)) {
    throw new Error(`project ${row.id} has no known sub-status`);
  }
  return {
    ...row,
    state: row.state,
    subStatus: row.subStatus,
    hands: row.hands.map((hand) => hand.userId),
  };
}

/** Notes that the actor filled or confirmed this project's file, for four-eyes later. */
export async function noteHand(
  tx: Tx,
  projectId: string,
  userId: string | null,
  part: string,
  at: Date,
): Promise<void> {
  if (userId === null) return;
  await tx.projectHand.createMany({
    data: [{ projectId, userId, part, at }],
    skipDuplicates: true,
  });
}
