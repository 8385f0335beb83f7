import { systemActor } from "@/lib/access/actor";
import { isAccountRole } from "@/lib/access/roles";
import { type EventDraft, recordEvents } from "@/lib/audit/event";
import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";
import { type DutyDraft, dutyRow } from "@/lib/project/duties";
import type { Difference } from "./differences";

/** How many warnings a look has raised, taken to the other level, and closed. */
export interface Written {
  raised: number;
  worsened: number;
  eased: number;
  closed: number;
}

export const nothingWritten: Written = { raised: 0, worsened: 0, eased: 0, closed: 0 };

interface At {
  now: Date;
  /** Until when whoever can act has time. */
  dueAt: Date;
}

type Named = Difference & { warningId: string };

/**
 * Makes the open warnings agree with their causes: rows, the duties of who can act, and last one
 * event for each that was raised, changed its level or was closed. What somebody else has written
 * meanwhile is left out, so that no warning and no event is there twice.
 */
export async function writeDifferences(
  tx: Tx,
  found: readonly Difference[],
  at: At,
): Promise<Written> {
  const raised = await raise(
    tx,
    found.filter((row) => row.warningId === null),
    at,
  );
  const kept = found.filter(isKept);
  await change(tx, kept, at);
  const gone = await close(tx, found.filter(isGone), at);
  const moved = kept.filter((row) => row.holderRole !== row.heldRole);
  await takeOffDesks(tx, [...gone, ...moved], at);
  await layOnDesks(tx, [...raised, ...moved], at);
  const worsened = kept.filter((row) => row.level === "red" && row.heldLevel === "amber");
  const eased = kept.filter((row) => row.level === "amber" && row.heldLevel === "red");
  await tell(tx, { raise: raised, worsen: worsened, ease: eased, close: gone }, at);
  return {
    raised: raised.length,
    worsened: worsened.length,
    eased: eased.length,
    closed: gone.length,
  };
}

const isKept = (row: Difference): row is Named => row.warningId !== null && row.level !== null;
const isGone = (row: Difference): row is Named => row.warningId !== null && row.level === null;

async function raise(tx: Tx, rows: readonly Difference[], { now }: At): Promise<Named[]> {
  if (rows.length === 0) return [];
  const named = rows.map((row) => ({ ...row, warningId: newId() }));
  const done = await tx.$queryRaw<{ id: string }[]>`
    insert into warning (id, project_id, unit_id, district_id, rule, level, subject_type,
      subject_id, stage, holder_role, since, params, raised_at, level_at)
    select "warningId", "projectId", "unitId", "districtId", rule, level, "subjectType",
      "subjectId", stage, "holderRole", since::date, params, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as r ("warningId" uuid,
      "projectId" uuid, "unitId" uuid, "districtId" text, rule text, level text,
      "subjectType" text, "subjectId" uuid, stage text, "holderRole" text, since timestamp,
      params jsonb)
    on conflict (rule, subject_id) where closed_at is null do nothing
    returning id`;
  const ids = new Set(done.map(({ id }) => id));
  return named.filter(({ warningId }) => ids.has(warningId));
}

async function change(tx: Tx, rows: readonly Named[], { now }: At): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    update warning w set level = r.level, holder_role = r."holderRole", stage = r.stage,
      since = r.since::date, params = r.params,
      level_at = case when w.level = r.level then w.level_at else ${now.toISOString()}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("warningId" uuid, level text,
      "holderRole" text, stage text, since timestamp, params jsonb)
    where w.id = r."warningId" and w.closed_at is null`;
}

async function close(tx: Tx, rows: readonly Named[], { now }: At): Promise<Named[]> {
  if (rows.length === 0) return [];
  const done = await tx.$queryRaw<{ id: string }[]>`
    update warning set closed_at = ${now.toISOString()}::timestamptz
    where id = any(${rows.map(({ warningId }) => warningId)}::uuid[]) and closed_at is null
    returning id`;
  const ids = new Set(done.map(({ id }) => id));
  return rows.filter(({ warningId }) => ids.has(warningId));
}

/** Whoever had it need not act any more. */
async function takeOffDesks(tx: Tx, rows: readonly Named[], { now }: At): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    update duty set status = 'cancelled', done_at = ${now.toISOString()}::timestamptz
    where project_id = any(${rows.map(({ projectId }) => projectId)}::uuid[]) and status = 'open'
      and subject_type = 'warning'
      and subject_id = any(${rows.map(({ warningId }) => warningId)}::uuid[])`;
}

async function layOnDesks(tx: Tx, rows: readonly Named[], at: At): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into duty (id, project_id, unit_id, district_id, kind, subject_type, subject_id,
      holder_role, holder_user_id, except_user_id, period, since, due_at, params)
    select id, "projectId", "unitId", "districtId", kind, "subjectType", "subjectId",
      "holderRole", "holderUserId", "exceptUserId", period, since, "dueAt", params
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => dutyOf(row, at)))}::jsonb) as r (
      id uuid, "projectId" uuid, "unitId" uuid, "districtId" text, kind text, "subjectType" text,
      "subjectId" uuid, "holderRole" text, "holderUserId" uuid, "exceptUserId" uuid, period text,
      since timestamptz, "dueAt" timestamptz, params jsonb)
    on conflict do nothing`;
}

function dutyOf(row: Named, { now, dueAt }: At) {
  const { projectId: id, unitId, districtId, caseOfficerId } = row;
  return dutyRow({ id, unitId, districtId, caseOfficerId }, draftOf(row, now, dueAt));
}

function draftOf(row: Named, since: Date, dueAt: Date): DutyDraft {
  const role = row.holderRole;
  if (role === null || !isAccountRole(role)) throw new Error(`${row.rule} lies on no desk`);
  return {
    kind: `warnings.${row.rule}`,
    subject: { type: "warning", id: row.warningId },
    holderRole: role,
    since,
    dueAt,
    params: row.params,
  };
}

const verbs = ["raise", "worsen", "ease", "close"] as const;

/** One event each, told in the project's timeline. */
function tell(
  tx: Tx,
  told: Readonly<Record<(typeof verbs)[number], readonly Named[]>>,
  { now }: At,
): Promise<void> {
  const entries = verbs.flatMap((verb) =>
    told[verb].map((row) => ({
      frame: {
        command: `warnings.${verb}`,
        outcome: "done" as const,
        actor: systemActor,
        as: "system" as const,
        now,
      },
      draft: draftEvent(row),
    })),
  );
  return recordEvents(tx, entries);
}

const draftEvent = (row: Named): EventDraft => ({
  projectId: row.projectId,
  unitId: row.unitId,
  districtId: row.districtId,
  subject: { type: "warning", id: row.warningId },
  params: { rule: row.rule, level: row.level ?? row.heldLevel, ...row.params },
});
