import type { Tx } from "@/lib/db/client";

/** The numeric parameters in force at this instant, by key. */
export async function loadNumbers(tx: Tx, at: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.parameter.findMany({
    where: { validFrom: { lte: at } },
    orderBy: [{ key: "asc" }, { version: "asc" }],
    select: { key: true, value: true },
  });
  return new Map(
    rows.flatMap(({ key, value }) => (typeof value === "number" ? [[key, value] as const] : [])),
  );
}

/** The bureau's own calendar days: date text → working or not. */
export async function loadCalendar(tx: Tx): Promise<ReadonlyMap<string, boolean>> {
  const rows = await tx.calendarDay.findMany({ select: { day: true, working: true } });
  return new Map(rows.map(({ day, working }) => [day.toISOString().slice(0, 10), working]));
}
