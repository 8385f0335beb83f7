import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { conflict } from "@/lib/kernel/errors";
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
