import type { Actor } from "@/lib/access/actor";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import { heldAt } from "@/lib/accounts/load";
import { unseal } from "@/lib/accounts/sealed";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readProject } from "@/lib/project/load";
import type { BodyFacts } from "./rules";

const select = {
  id: true,
  districtId: true,
  name: true,
  kind: true,
  contactUserId: true,
  contactName: true,
  contactPhoneEnc: true,
  deputyUserId: true,
  deputyName: true,
  deputyPhoneEnc: true,
  dedicated: true,
  duties: true,
  validFrom: true,
  validTo: true,
  version: true,
} as const satisfies Prisma.LiaisonBodySelect;

type Row = Prisma.LiaisonBodyGetPayload<{ select: typeof select }>;

/** An entry of the register, its telephones readable. */
export interface LiaisonBodyView
  extends Omit<Row, "contactPhoneEnc" | "deputyPhoneEnc">,
    BodyFacts {
  contactPhone: string | null;
  deputyPhone: string | null;
}

/** The entry in force of each of these districts. */
export async function bodiesInForce(
  tx: Tx,
  districtIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, LiaisonBodyView>> {
  const rows = await tx.liaisonBody.findMany({
    where: { districtId: { in: [...districtIds] }, validTo: null },
    select,
  });
  const active = await activeAccounts(tx, rows, now);
  return new Map(rows.map((row) => [row.districtId, toView(row, active)]));
}

/** A district's former entries, the latest first. */
export async function formerBodies(tx: Tx, districtId: string) {
  return tx.liaisonBody.findMany({
    where: { districtId, validTo: { not: null } },
    orderBy: { validFrom: "desc" },
    take: 20,
    select: {
      id: true,
      name: true,
      contactName: true,
      deputyName: true,
      validFrom: true,
      validTo: true,
    },
  });
}

export interface ProjectContact {
  body: string;
  name: string;
  /** The office's telephone. */
  phone: string | null;
}

/** Whom a unit calls: its district's contact, by name and office telephone; null where none is on record. */
export async function contactOf(
  tx: Tx,
  actor: Actor,
  projectId: string,
): Promise<ProjectContact | null> {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  const body = await tx.liaisonBody.findFirst({
    where: { districtId: project.districtId, validTo: null },
    select: { name: true, contactName: true, contactPhoneEnc: true },
  });
  return body && { body: body.name, name: body.contactName, phone: open(body.contactPhoneEnc) };
}

const open = (sealed: string | null): string | null => (sealed === null ? null : unseal(sealed));

function toView(row: Row, active: ReadonlySet<string>): LiaisonBodyView {
  const { contactPhoneEnc, deputyPhoneEnc, ...rest } = row;
  return {
    ...rest,
    contactPhone: open(contactPhoneEnc),
    deputyPhone: open(deputyPhoneEnc),
    hasPhone: contactPhoneEnc !== null,
    contactActive: row.contactUserId !== null && active.has(row.contactUserId),
  };
}

/** Which of the contacts' accounts still hold an office. */
async function activeAccounts(
  tx: Tx,
  rows: readonly Row[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ contactUserId }) => contactUserId ?? []);
  const accounts = await tx.userAccount.findMany({
    where: {
      id: { in: ids },
      status: "active",
      memberships: {
        some: {
          AND: [
            heldAt(now),
            { role: { in: ["district_officer", "bureau_officer", "division_head"] } },
          ],
        },
      },
    },
    select: { id: true },
  });
  return new Set(accounts.map(({ id }) => id));
}
