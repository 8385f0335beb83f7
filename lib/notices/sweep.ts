import { systemActor } from "@/lib/access/actor";
import { commandNamed } from "@/lib/commands/registry";
import { database, type Tx } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";
import { now as clockNow } from "@/lib/kernel/clock";
import { Refusal } from "@/lib/kernel/errors";
import { execute } from "@/lib/kernel/execute";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { sweepWarnings } from "@/lib/warnings/sweep";
import type { Written } from "@/lib/warnings/write";
import { reminderDue, reminderKey, reminderOffsets } from "./reminders";

const batch = 500;

export interface SweepResult {
  reminders: number;
  transitions: number;
  warnings: Written;
}

/**
 * What time alone brings about: the system's own transitions, early warnings, and reminders (each
 * once, by their unique keys). Safe to kill and to repeat: every step is one transaction and finds its own work.
 */
export async function sweep(): Promise<SweepResult> {
  const now = clockNow();
  const transitions = await dueTransitions(now);
  const warnings = await sweepWarnings(now);
  return { transitions, warnings, reminders: await remind(now) };
}

/** T25 at the contract's end, T19 when a returned application is overdue (domain.md §1.4). */
async function dueTransitions(now: Date): Promise<number> {
  const due = await query(systemActor, (tx) =>
    tx.project.findMany({
      where: { state: { in: ["active", "returned"] }, dueAt: { lt: now } },
      orderBy: { dueAt: "asc" },
      take: batch,
      select: { id: true, state: true, version: true },
    }),
  );
  let done = 0;
  for (const { id, state, version } of due) {
    const name = state === "active" ? "evaluation.apply-for-acceptance" : "application.withdraw";
    done += await asSystem(name, { projectId: id, version, ...systemInput[name] });
  }
  return done;
}

const systemInput = {
  "evaluation.apply-for-acceptance": {},
  "application.withdraw": { reason: "overdue" },
} as const;

/** A refusal (a change is pending, somebody was faster) leaves the project for the next sweep. */
async function asSystem(name: string, body: object): Promise<number> {
  const command = commandNamed(name);
  if (command === null) throw new Error(`${name} is not in the registry`);
  try {
    await execute(command, { actor: systemActor, body });
    return 1;
  } catch (error) {
    if (error instanceof Refusal) return 0;
    throw error;
  }
}

async function remind(now: Date): Promise<number> {
  let sent = 0;
  let after: string | undefined;
  do {
    const page = await remindBatch(now, after);
    sent += page.sent;
    after = page.last;
  } while (after !== undefined);
  return sent;
}

async function remindBatch(now: Date, after: string | undefined) {
  return database().$transaction(async (tx) => {
    await setContext(tx, systemActor, false);
    const duties = await openDuties(tx, now, after);
    const rows = duties.flatMap(({ id, projectId, unitId, districtId, dueAt }) => {
      const offset = dueAt === null ? null : reminderDue(dueAt, now);
      if (dueAt === null || offset === null) return [];
      const key = reminderKey(id, dueAt, offset);
      return [
        {
          id: newId(),
          key,
          dutyId: id,
          projectId,
          unitId,
          districtId,
          offsetDays: offset,
          at: now,
        },
      ];
    });
    const { count } = await tx.reminder.createMany({ data: rows, skipDuplicates: true });
    return { sent: count, last: duties.length === batch ? duties.at(-1)?.id : undefined };
  });
}

function openDuties(tx: Tx, now: Date, after: string | undefined) {
  const horizon = new Date(now.getTime() + reminderOffsets[0] * 86_400_000);
  return tx.duty.findMany({
    where: {
      status: "open",
      since: { lte: now },
      dueAt: { lte: horizon },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: "asc" },
    take: batch,
    select: { id: true, projectId: true, unitId: true, districtId: true, dueAt: true },
  });
}
