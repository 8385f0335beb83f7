import { type Actor, holds } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { isNameLocked } from "./attempts";
import { heldAt } from "./load";
import { accountKeepers, listedAccounts, listedUnits } from "./scope";

export interface AccountRole {
  membershipId: string;
  role: string;
  unitId: string | null;
  unitName: string | null;
  districtId: string | null;
  since: Date;
}

export interface AccountLine {
  id: string;
  username: string;
  name: string;
  status: string;
  version: number;
  hasPassword: boolean;
  roles: AccountRole[];
}

const pageSize = 50;

const selectAt = (now: Date) =>
  ({
    id: true,
    username: true,
    name: true,
    status: true,
    version: true,
    passwordChangedAt: true,
    memberships: {
      where: heldAt(now),
      orderBy: { validFrom: "asc" },
      select: {
        id: true,
        role: true,
        unitId: true,
        districtId: true,
        validFrom: true,
        unit: { select: { name: true } },
      },
    },
  }) as const satisfies Prisma.UserAccountSelect;

type Row = Prisma.UserAccountGetPayload<{ select: ReturnType<typeof selectAt> }>;

const toLine = ({ memberships, passwordChangedAt, ...row }: Row): AccountLine => ({
  ...row,
  hasPassword: passwordChangedAt !== null,
  roles: memberships.map(({ id, unit, validFrom, ...held }) => ({
    ...held,
    membershipId: id,
    unitName: unit?.name ?? null,
    since: validFrom,
  })),
});

/** Accounts that the actor may know of, by user name; `after` continues behind a name. */
export async function listAccounts(
  tx: Tx,
  actor: Actor,
  asked: { search?: string; after?: string },
  now: Date,
): Promise<{ accounts: AccountLine[]; next: string | null }> {
  const search = asked.search?.trim();
  const rows = await tx.userAccount.findMany({
    where: {
      AND: [
        listedAccounts(actor),
        asked.after ? { username: { gt: asked.after } } : {},
        search ? { OR: [{ username: { contains: search } }, { name: { contains: search } }] } : {},
      ],
    },
    orderBy: { username: "asc" },
    take: pageSize + 1,
    select: selectAt(now),
  });
  const accounts = rows.slice(0, pageSize).map(toLine);
  return { accounts, next: rows.length > pageSize ? (accounts.at(-1)?.username ?? null) : null };
}

/** One account with what stands in its way; null outside the actor's scope. */
export async function accountDetail(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<(AccountLine & { locked: boolean }) | null> {
  const row = await tx.userAccount.findFirst({
    where: { AND: [{ id }, listedAccounts(actor)] },
    select: selectAt(now),
  });
  return row && { ...toLine(row), locked: await isNameLocked(tx, row.username, now) };
}

export interface UnitLine {
  id: string;
  name: string;
  uscc: string;
  districtId: string;
  status: string;
  version: number;
  registeredAt: Date;
}

/** A page (from 1) of the units that the actor may know of; those that wait to be confirmed first. */
export async function listUnits(
  tx: Tx,
  actor: Actor,
  page: number,
): Promise<{ units: UnitLine[]; total: number; more: boolean }> {
  const where = listedUnits(actor);
  const rows = await tx.unit.findMany({
    where,
    orderBy: [{ status: "desc" }, { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
    select: {
      id: true,
      name: true,
      uscc: true,
      districtId: true,
      status: true,
      version: true,
      registeredAt: true,
    },
  });
  return {
    units: rows.slice(0, pageSize),
    total: await tx.unit.count({ where }),
    more: rows.length > pageSize,
  };
}

/** One unit that the actor may know of, or null. */
export const unitNamed = (
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ id: string; name: string } | null> =>
  tx.unit.findFirst({
    where: { AND: [{ id }, listedUnits(actor)] },
    select: { id: true, name: true },
  });

const mostChoices = 2000;

/** Units to choose from, by name. */
export const unitChoices = (tx: Tx, actor: Actor): Promise<{ id: string; name: string }[]> =>
  tx.unit.findMany({
    where: listedUnits(actor),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostChoices,
    select: { id: true, name: true },
  });

/** Recommending units of today, for choices. */
export async function districtsToday(tx: Tx, now: Date): Promise<{ id: string }[]> {
  const today = new Date(shanghaiDate(now));
  return tx.district.findMany({
    where: { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] },
    orderBy: { sort: "asc" },
    select: { id: true },
  });
}

/** What the accounts screen may offer this actor. */
export const accountDuties = (actor: Actor) => ({
  listPeople: holds(actor, "unit_admin", ...accountKeepers),
  createUsers: holds(actor, "sysadmin"),
  appoint: holds(actor, "security_admin"),
  unitAdmin: holds(actor, "unit_admin"),
  confirmUnits: holds(actor, "bureau_officer", "division_head"),
});

/** The roles that the actor holds, with the names of unit and district. */
export async function ownPlaces(tx: Tx, actor: Actor) {
  const units = await tx.unit.findMany({
    where: { id: { in: actor.held.flatMap(({ unitId }) => unitId ?? []) } },
    select: { id: true, name: true },
  });
  const districts = await tx.district.findMany({
    where: { id: { in: actor.held.flatMap(({ districtId }) => districtId ?? []) } },
    select: { id: true, zh: true },
  });
  return actor.held.map(({ role, unitId, districtId }) => ({
    role,
    unit: units.find(({ id }) => id === unitId)?.name ?? null,
    district: districts.find(({ id }) => id === districtId)?.zh ?? null,
  }));
}
