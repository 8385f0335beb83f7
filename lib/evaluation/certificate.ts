import type { Tx } from "@/lib/db/client";
import { shanghaiDate } from "@/lib/kernel/working-days";

/**
 * The next number of an acceptance certificate in this year, such as "YS-2026-0012". Holds a lock
 * until the transaction ends, so that two results at once get two numbers.
 */
export async function nextCertificateNumber(tx: Tx, now: Date): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('acceptance certificate'))`;
  const prefix = `YS-${shanghaiDate(now).slice(0, 4)}-`;
  const last = await tx.acceptance.findFirst({
    where: { certificateNumber: { startsWith: prefix } },
    orderBy: { certificateNumber: "desc" },
    select: { certificateNumber: true },
  });
  const count = Number(last?.certificateNumber?.slice(prefix.length) ?? 0);
  return `${prefix}${String(count + 1).padStart(4, "0")}`;
}
