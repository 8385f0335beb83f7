import { database } from "@/lib/db/client";
import { now } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";

/** Notes a refusal outside the audit chain; carries codes and counts, never personal data. */
export async function logSecurity(
  kind: string,
  code: string,
  details: Record<string, string | number> = {},
  actorId: string | null = null,
): Promise<void> {
  await database().securityLog.create({
    data: { id: newId(), at: now(), kind, code, details, actorId },
    select: { id: true },
  });
}
