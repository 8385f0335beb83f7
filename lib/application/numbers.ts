import type { Tx } from "@/lib/db/client";
import { projectNumber } from "./rules";

/**
 * The next free numbers of a year. Callers wait for each other until their transactions end, so that
 * no number is given twice and none is lost by a refusal.
 */
export async function nextNumbers(tx: Tx, year: number, count: number): Promise<string[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`project-number:${year}`}, 0))`;
  const prefix = `KH${year}-`;
  const [last] = await tx.$queryRaw<{ n: number | null }[]>`
    select max(substr(number, ${prefix.length + 1}::int)::int) as n from project
    where number ~ ${`^${prefix}[0-9]{4,8}$`}`;
  const from = last?.n ?? 0;
  return Array.from({ length: count }, (_, i) => projectNumber(year, from + i + 1));
}
