import { z } from "zod";
import { type Actor, publicActor, systemActor } from "@/lib/access/actor";
import type { AccountRole } from "@/lib/access/roles";
import { isAccountRole } from "@/lib/access/roles";
import { demonstrationAccounts, demonstrationPassword } from "@/lib/accounts/demonstration";
import { firstAdministrators } from "@/lib/accounts/first-administrators";
import { heldAt } from "@/lib/accounts/load";
import { hashPassword } from "@/lib/accounts/passwords";
import { database } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";
import {
  administrators,
  type ExpertSpec,
  experts,
  leavers,
  newcomer,
  type Official,
  officials,
} from "./people";
import type { Demo } from "./runner";
import { type UnitSpec, units } from "./units";

const created = z.object({ userId: z.uuid() });
const registered = z.object({ unitId: z.uuid() });

/** Opens all accounts and units, by the commands of those whose task it is. Answers unit ids by key. */
export async function openAccounts(demo: Demo): Promise<Map<string, string>> {
  await firstAdministrators(demo.clock.instant);
  await nameAdministrators();
  await learnActors(demo);
  for (const each of officials) await openOfficial(demo, each);
  for (const each of leavers) await openOfficial(demo, each);
  for (const each of experts) await openExpert(demo, each);
  await learnActors(demo);
  const unitIds = new Map<string, string>();
  for (const each of units) unitIds.set(each.key, await openUnit(demo, each));
  await learnActors(demo);
  for (const each of units) await addFiller(demo, each, unitIds.get(each.key));
  await learnActors(demo);
  await setPasswords(demo);
  return unitIds;
}

async function nameAdministrators(): Promise<void> {
  await database().$transaction(async (tx) => {
    await setContext(tx, systemActor, false);
    for (const { username, name, nameEn } of administrators) {
      await tx.userAccount.update({
        where: { username },
        data: { name, nameEn },
        select: { id: true },
      });
    }
  });
}

async function openOfficial(demo: Demo, each: Official): Promise<void> {
  const { role, districtId, ...person } = each;
  const { userId } = created.parse(await demo.run("admin", "accounts.create-user", person));
  await grantRole(demo, { userId, role, ...(districtId ? { districtId } : {}) });
}

async function openExpert(demo: Demo, each: ExpertSpec): Promise<void> {
  const { username, name, nameEn, ...expert } = each;
  const body = { username, name, nameEn, expert };
  const { userId } = created.parse(await demo.run("admin", "accounts.create-user", body));
  await grantRole(demo, { userId, role: "expert" });
}

async function grantRole(
  demo: Demo,
  grant: { userId: string; role: AccountRole; districtId?: string },
): Promise<void> {
  await demo.run("secadmin", "accounts.grant-role", grant);
}

/** The unit registers itself; the bureau confirms it. */
async function openUnit(demo: Demo, unit: UnitSpec): Promise<string> {
  const { uscc, name, nameEn, type, districtId, address, admin } = unit;
  const data = await demo.runAs(publicActor, "accounts.register-unit", {
    uscc,
    name,
    nameEn,
    type,
    districtId,
    address,
    contactName: admin.name,
    contactPhone: "0519-00000000",
    username: admin.username,
  });
  const { unitId } = registered.parse(data);
  await demo.run("officer", "accounts.confirm-unit", { unitId, version: 1 });
  return unitId;
}

async function addFiller(demo: Demo, unit: UnitSpec, unitId: string | undefined): Promise<void> {
  if (!unit.filler) return;
  const body = { unitId, ...unit.filler, role: "filler" };
  await demo.run(unit.admin.username, "accounts.add-member", body);
}

/** Everybody who has an account, with the roles held now. */
async function learnActors(demo: Demo): Promise<void> {
  const rows = await demo.read((tx) =>
    tx.userAccount.findMany({
      select: {
        id: true,
        username: true,
        name: true,
        memberships: {
          where: heldAt(demo.clock.instant),
          select: { role: true, unitId: true, districtId: true },
        },
      },
    }),
  );
  for (const { id, username, name, memberships } of rows) {
    const held: Actor["held"] = memberships.flatMap(({ role, ...place }) =>
      isAccountRole(role) ? [{ role, ...place }] : [],
    );
    demo.actors.set(username, { kind: "user", userId: id, sessionId: null, name, held });
  }
}

/** Only the listed accounts get the demonstration's password; nobody knows one for the others. */
async function setPasswords(demo: Demo): Promise<void> {
  for (const username of demonstrationAccounts) {
    const passwordHash = await hashPassword(demonstrationPassword);
    await database().$transaction(async (tx) => {
      await setContext(tx, systemActor, false);
      await tx.userAccount.update({
        where: { username },
        data: { passwordHash, passwordChangedAt: demo.clock.instant },
        select: { id: true },
      });
    });
  }
}

/** The roles of those who left are taken back; the first one's account is switched off. */
export async function letGo(demo: Demo): Promise<void> {
  for (const { username } of leavers) {
    const { id } = await demo.read((tx) =>
      tx.membership.findFirstOrThrow({ where: { user: { username } }, select: { id: true } }),
    );
    const body = { membershipId: id, reason: "已调离岗位。" };
    await demo.run("secadmin", "accounts.revoke-role", body);
  }
  const userId = demo.actor(leavers[0]?.username ?? "").userId;
  const body = { userId, version: 1, reason: "已调离，账号停用。" };
  await demo.run("admin", "accounts.disable-user", body);
}

/** A new colleague's account waits for its role. */
export async function welcome(demo: Demo): Promise<void> {
  await demo.run("admin", "accounts.create-user", newcomer);
}
