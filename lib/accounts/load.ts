import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { accountScope, unitScope } from "./scope";

const membershipSelect = {
  id: true,
  role: true,
  unitId: true,
  districtId: true,
} as const satisfies Prisma.MembershipSelect;

export interface MembershipRow {
  id: string;
  role: string;
  unitId: string | null;
  districtId: string | null;
}

export interface AccountRecord {
  id: string;
  username: string;
  name: string;
  status: string;
  version: number;
  passwordHash: string | null;
  memberships: MembershipRow[];
}

/** Locks and loads an account that the actor may know of, with the roles held now. */
export async function lockAccount(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<AccountRecord | null> {
  await tx.$queryRaw`select id from user_account where id = ${id}::uuid for update`;
  return tx.userAccount.findFirst({
    where: { AND: [{ id }, accountScope(actor)] },
    select: {
      id: true,
      username: true,
      name: true,
      status: true,
      version: true,
      passwordHash: true,
      memberships: { where: heldAt(now), select: membershipSelect },
    },
  });
}

export interface UnitRecord {
  id: string;
  unitId: string;
  districtId: string;
  name: string;
  status: string;
  version: number;
}

/** Locks and loads a unit that the actor may know of. */
export async function lockUnit(tx: Tx, actor: Actor, id: string): Promise<UnitRecord | null> {
  await tx.$queryRaw`select id from unit where id = ${id}::uuid for update`;
  const unit = await tx.unit.findFirst({
    where: { AND: [{ id }, unitScope(actor)] },
    select: { id: true, districtId: true, name: true, status: true, version: true },
  });
  return unit === null ? null : { ...unit, unitId: unit.id };
}

export interface HeldMembership extends MembershipRow {
  user: AccountRecord;
}

/** Loads a membership in force with its person locked, if the actor may know of him. */
export async function lockMembership(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<HeldMembership | null> {
  const found = await tx.membership.findUnique({ where: { id }, select: { userId: true } });
  const user = found && (await lockAccount(tx, actor, found.userId, now));
  const membership = user?.memberships.find((each) => each.id === id);
  return user && membership ? { ...membership, user } : null;
}

/** Memberships in force at an instant. */
export function heldAt(now: Date): Prisma.MembershipWhereInput {
  return { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
}
