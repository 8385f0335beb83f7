import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { settleDuties } from "@/lib/project/duties";
import { registrationDuty } from "./register";
import { registrationRow } from "./row";

/** Locks and loads a batch; null when there is none. */
export async function lockRegistration(tx: Tx, id: string) {
  await tx.$queryRaw`select id from registration where id = ${id}::uuid for update`;
  return tx.registration.findUnique({
    where: { id },
    select: { id: true, status: true, version: true, rows: true, createdById: true },
  });
}

export type RegistrationRecord = NonNullable<Awaited<ReturnType<typeof lockRegistration>>>;

/** A batch may be answered once, in the version that the second officer saw (409). */
export function requirePending(record: RegistrationRecord, version: number): void {
  if (record.status !== "pending") throw conflict("registration_answered");
  if (record.version !== version) throw conflict("version_conflict", { version: record.version });
}

/** The stored lines. */
export const rowsOf = (record: RegistrationRecord) => z.array(registrationRow).parse(record.rows);

/** Answers a batch on its version, and takes it from the desks. */
export async function answer(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  record: RegistrationRecord,
  status: "confirmed" | "rejected",
): Promise<void> {
  expectOne(
    await tx.registration.updateMany({
      where: { id: record.id, status: "pending", version: record.version },
      data: {
        status,
        confirmedById: actor.userId,
        confirmedByName: actor.name,
        confirmedAt: now,
        version: record.version + 1,
      },
    }),
  );
  await settleDuties(tx, { subjectId: record.id, kind: registrationDuty }, { actor, now });
}
