import type { Tx } from "@/lib/db/client";
import type { CommandContext } from "@/lib/kernel/command";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { type DutyDraft, openDuty, settleDuties } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { numberOf, type ParameterKey } from "./dates";

type DeskContext = Pick<CommandContext, "tx" | "actor" | "now">;

/** The end of the working days that a parameter gives for a hand-over. */
export async function dueWithin(tx: Tx, now: Date, key: ParameterKey): Promise<Date> {
  const days = numberOf(await loadNumbers(tx, now), key);
  return addWorkingDays(now, days, await loadCalendar(tx));
}

/** What was waiting on this subject in this room is done; opens the next holder's duty, if there is one. */
export async function handOver(
  context: DeskContext,
  project: ProjectRecord,
  subject: DutyDraft["subject"],
  next: (Omit<DutyDraft, "since" | "subject" | "dueAt"> & { within: ParameterKey }) | null,
): Promise<void> {
  const { tx, now } = context;
  await settleSubject(context, project, subject);
  if (next === null) return;
  const { within, ...draft } = next;
  const dueAt = await dueWithin(tx, now, within);
  await openDuty(tx, project, { ...draft, subject, since: now, dueAt });
}

/** Settles this room's duties on a subject. */
export function settleSubject(
  context: DeskContext,
  project: ProjectRecord,
  subject: DutyDraft["subject"],
): Promise<void> {
  return settleDuties(
    context.tx,
    {
      projectId: project.id,
      kind: { startsWith: "absorption." },
      subjectType: subject.type,
      subjectId: subject.id,
    },
    context,
  );
}
