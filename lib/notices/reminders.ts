/** Days before the due date at which a reminder goes out; negative ones come after it (domain.md §7). */
export const reminderOffsets = [10, 5, 2, 1, -1, -7, -30] as const;

const dayMilliseconds = 86_400_000;

/** Which reminder is due now: the latest offset whose moment has passed; null before the first. */
export function reminderDue(dueAt: Date, now: Date): number | null {
  const daysLeft = (dueAt.getTime() - now.getTime()) / dayMilliseconds;
  const passed = reminderOffsets.filter((offset) => daysLeft <= offset);
  return passed.at(-1) ?? null;
}

/** A reminder's unique key: a moved due date counts anew, the same one never twice. */
export function reminderKey(dutyId: string, dueAt: Date, offset: number): string {
  return `${dutyId}:${dueAt.toISOString()}:${offset}`;
}
