import { shanghaiDate } from "@/lib/kernel/working-days";

/** Days before a due date on which its holder is reminded, as the bureau announces them. */
const reminderOffsets = [10, 5, 2, 1] as const;

export interface RemindedDuty {
  id: string;
  dueAt: Date | null;
  /** Keys of the reminders that were already sent for it. */
  sent: readonly string[];
}

export interface DueReminder {
  key: string;
  dutyId: string;
  /** Days before the due date; negative once it has passed. */
  offsetDays: number;
}

const dayMs = 86_400_000;

/**
 * The reminders that open duties are due for at `now`, each once by its key (duty, due date, offset):
 * at the latest offset that has begun, and once when the due date has passed. Missed offsets are not
 * made up for; a due date that moved reminds anew. Pure.
 */
export function dueReminders(duties: readonly RemindedDuty[], now: Date): DueReminder[] {
  return duties.flatMap((duty): DueReminder[] => {
    if (duty.dueAt === null) return [];
    const left = Math.ceil((duty.dueAt.getTime() - now.getTime()) / dayMs);
    const passed = duty.dueAt < now;
    const offset = passed ? -1 : reminderOffsets.findLast((days) => left <= days);
    if (offset === undefined) return [];
    const key = `${duty.id}:${shanghaiDate(duty.dueAt)}:${offset}`;
    return duty.sent.includes(key) ? [] : [{ key, dutyId: duty.id, offsetDays: offset }];
  });
}
