import { systemActor } from "@/lib/access/actor";
import { database, type Tx } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";
import { addWorkingDays, shanghaiDate } from "@/lib/kernel/working-days";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { lookAt } from "./causes";
import { differences } from "./differences";
import { answerDays, boundOf, watchedStates } from "./rules";
import { nothingWritten, type Written, writeDifferences } from "./write";

/** Projects that one transaction looks at. */
const projectsAtOnce = 500;
/** Events that one transaction goes through for the projects they touched. */
const eventsAtOnce = 5_000;

const limits = { maxWait: 5_000, timeout: 60_000 };

interface Progress {
  day: Date | null;
  after: string | null;
  doneAt: Date | null;
  eventSeq: bigint;
}

/**
 * Brings all warnings up to date: once a day a round over the projects in which something runs, and at
 * each call those that a command has touched since. Each batch is one transaction that also moves the
 * progress row, so that a killed sweep goes on where it stopped and a repeated one finds nothing to do.
 */
export async function sweepWarnings(now: Date, atOnce = projectsAtOnce): Promise<Written> {
  let sum = nothingWritten;
  for (;;) {
    const step = await database().$transaction(async (tx) => {
      await setContext(tx, systemActor, false);
      return oneBatch(tx, now, atOnce);
    }, limits);
    if (step === null) return sum;
    sum = {
      raised: sum.raised + step.raised,
      worsened: sum.worsened + step.worsened,
      eased: sum.eased + step.eased,
      closed: sum.closed + step.closed,
    };
  }
}

/** The next piece of work; null when nothing is left. The lock lets a second sweep wait for its turn. */
async function oneBatch(tx: Tx, now: Date, atOnce: number): Promise<Written | null> {
  const [progress] = await tx.$queryRaw<Progress[]>`
    select day, after, done_at as "doneAt", event_seq as "eventSeq"
    from warning_sweep where id = 1 for update`;
  if (!progress) throw new Error("the sweep of warnings has no progress row");
  const today = shanghaiDate(now);
  const begun = progress.day?.toISOString().slice(0, 10) ?? "";
  if (begun < today) return roundBatch(tx, now, await beginRound(tx, today), atOnce);
  if (progress.doneAt === null) return roundBatch(tx, now, progress.after, atOnce);
  return touchedBatch(tx, now, progress.eventSeq);
}

/** A round looks at every project, so that what was touched before it need not be looked at again. */
async function beginRound(tx: Tx, today: string): Promise<null> {
  await tx.$executeRaw`
    update warning_sweep set day = ${today}::date, after = null, done_at = null,
      event_seq = (select seq from event_head where id = 1) where id = 1`;
  return null;
}

async function roundBatch(
  tx: Tx,
  now: Date,
  after: string | null,
  atOnce: number,
): Promise<Written> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.id from project p
    where p.id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
      and (p.state = any(${watchedStates}::text[])
        or exists (select from warning w where w.project_id = p.id and w.closed_at is null))
    order by p.id limit ${atOnce}`;
  const ids = rows.map(({ id }) => id);
  const written = await look(tx, now, ids);
  const last = ids.length === atOnce ? ids.at(-1) : undefined;
  if (last) await tx.$executeRaw`update warning_sweep set after = ${last}::uuid where id = 1`;
  else
    await tx.$executeRaw`update warning_sweep set done_at = ${now.toISOString()}::timestamptz where id = 1`;
  return written;
}

/** Numbers of events are given in the order of their commits, so that none is passed over. */
async function touchedBatch(tx: Tx, now: Date, from: bigint): Promise<Written | null> {
  const [span] = await tx.$queryRaw<{ last: bigint | null; ids: string[] | null }[]>`
    select max(seq) as last, array_agg(distinct project_id) filter (
      where project_id is not null and outcome = 'done' and command not like 'warnings.%') as ids
    from (select seq, project_id, outcome, command from event
      where seq > ${from} order by seq limit ${eventsAtOnce}) e`;
  if (!span?.last) return null;
  const written = await look(tx, now, span.ids ?? []);
  await tx.$executeRaw`update warning_sweep set event_seq = ${span.last} where id = 1`;
  return written;
}

async function look(tx: Tx, now: Date, projectIds: readonly string[]): Promise<Written> {
  if (projectIds.length === 0) return nothingWritten;
  const numbers = await loadNumbers(tx, now);
  const found = await differences(tx, projectIds, lookAt(now, numbers));
  if (found.length === 0) return nothingWritten;
  const dueAt = addWorkingDays(now, boundOf(numbers, answerDays), await loadCalendar(tx));
  return writeDifferences(tx, found, { now, dueAt });
}
