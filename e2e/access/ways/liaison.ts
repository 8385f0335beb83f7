import { newToken, tokenHash } from "@/lib/accounts/tokens";
import { newId } from "@/lib/kernel/ids";
import type { World } from "@/test/world";
import { child, type Scene, type Way } from "./scene";

let made = 0;

/** Somebody new in the district's office. */
async function districtColleague(world: World): Promise<string> {
  made += 1;
  const id = newId();
  await world.owner.userAccount.create({
    data: { id, username: `colleague${made}`, name: "沈接任", createdAt: world.now() },
    select: { id: true },
  });
  await world.owner.membership.create({
    data: {
      id: newId(),
      userId: id,
      role: "district_officer",
      districtId: world.districts.wujin.id,
      validFrom: new Date(0),
    },
    select: { id: true },
  });
  return id;
}

/** The calendar address of somebody. */
async function feed(world: World, userId: string): Promise<string> {
  const id = newId();
  await world.owner.calendarFeed.create({
    data: { id, userId, tokenHash: tokenHash(newToken()), createdAt: world.now() },
    select: { id: true },
  });
  return id;
}

/** A new entry for the district, whatever the world has of it. */
async function liaisonBody(world: World): Promise<object> {
  const districtId = world.districts.wujin.id;
  const current = await world.owner.liaisonBody.findFirst({
    where: { districtId, validTo: null },
    select: { version: true },
  });
  return {
    districtId,
    version: current?.version ?? 0,
    name: "武进区科技局国际合作科",
    kind: "own_division",
    contactName: "陆武平",
    dedicated: "dedicated",
    duties: "联络与信息收集",
    validFrom: "2026-03-01",
  };
}

export const liaisonOfficeWays: Readonly<
  Record<string, (world: World, by: string) => Promise<object>>
> = {
  "liaison.set-body": (world) => liaisonBody(world),
  "liaison.hand-over": async (world) => ({
    fromUserId: world.id("district"),
    toUserId: await districtColleague(world),
    reason: "工作调整",
  }),
  "liaison.open-feed": async () => ({}),
  "liaison.close-feed": async (world, by) => ({
    feedId: await feed(world, by || world.id("enterprise")),
  }),
};

/** Puts the project under watch, where it isn't yet. */
async function watched({ world, guard }: Scene): Promise<void> {
  await world.owner.projectWatch.deleteMany({ where: { projectId: guard.projectId } });
  await world.owner.projectWatch.create({
    data: {
      id: newId(),
      ...guard,
      reason: "资助额大",
      sinceAt: world.now(),
      setByName: "陆武平",
    },
    select: { id: true },
  });
}

const visit = { visitedOn: "2026-03-01", visitors: "陆武平、何其远", findings: "设备已到位" };

export const liaisonWays: Readonly<Record<string, Way>> = {
  "liaison.record-visit": child(visit),
  "liaison.watch-project": child({ reason: "资助额大" }),
  "liaison.end-watch": child({ reason: "风险已消除" }, watched),
};
