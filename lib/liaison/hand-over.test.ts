import { describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { type PersonName, useWorld } from "@/test/world";
import { bodiesInForce, formerBodies } from "./bodies";
import { handOver } from "./commands/hand-over";
import { setBody } from "./commands/set-body";
import { handOversRead } from "./hand-overs";

const world = useWorld();

const duty = async (projectId: string, rest: object) => {
  const id = newId();
  await world.owner.duty.create({
    data: {
      id,
      projectId,
      unitId: world.units.first.id,
      districtId: world.districts.wujin.id,
      kind: "absorption.close_report",
      subjectType: "report",
      subjectId: newId(),
      holderRole: "bureau_officer",
      since: world.now(),
      ...rest,
    },
    select: { id: true },
  });
  return id;
};

const give = (person: PersonName, from: PersonName, to: PersonName) =>
  world.run(person, handOver, {
    fromUserId: world.id(from),
    toUserId: world.id(to),
    reason: "岗位调整",
  });

describe("a hand-over in the bureau", () => {
  it("moves cases, personal duties and the register in one action, and nobody else's", async () => {
    const mine = await world.project({
      state: "active",
      unit: "direct",
      set: { caseOfficerId: world.id("officer") },
    });
    const others = await world.project({
      state: "active",
      set: { caseOfficerId: world.id("head") },
    });
    const personal = await duty(mine.id, { holderUserId: world.id("officer") });
    const standIn = await duty(mine.id, { exceptUserId: world.id("officer") });
    const foreign = await duty(others.id, { holderUserId: world.id("head") });
    await world.run("officer", setBody, {
      districtId: "CZ-DIR",
      version: 0,
      name: "国际合作处",
      kind: "bureau",
      contactName: "何科",
      contactUserId: world.id("officer"),
      contactPhone: "0519-85680001",
      dedicated: "dedicated",
      duties: "联络",
      validFrom: "2026-01-05",
    });
    expect(await give("head", "officer", "officer2")).toMatchObject({ bodies: 1 });
    const holder = async (id: string) =>
      world.owner.duty.findUniqueOrThrow({
        where: { id },
        select: { holderUserId: true, exceptUserId: true },
      });
    expect(await holder(personal)).toMatchObject({ holderUserId: world.id("officer2") });
    expect(await holder(standIn)).toMatchObject({ exceptUserId: world.id("officer2") });
    expect(await holder(foreign)).toMatchObject({ holderUserId: world.id("head") });
    const officerOf = async (id: string) =>
      (await world.owner.project.findUniqueOrThrow({ where: { id } })).caseOfficerId;
    expect(await officerOf(mine.id)).toBe(world.id("officer2"));
    expect(await officerOf(others.id)).toBe(world.id("head"));
    const actor = world.as("head");
    const read = await query(actor, async (tx) => ({
      body: (await bodiesInForce(tx, ["CZ-DIR"], world.now())).get("CZ-DIR"),
      former: await formerBodies(tx, "CZ-DIR"),
      log: await handOversRead(tx, actor),
    }));
    expect(read.body).toMatchObject({
      contactUserId: world.id("officer2"),
      contactPhone: "0519-85680001",
      version: 2,
    });
    expect(read.former).toHaveLength(1);
    expect(read.log[0]).toMatchObject({ districtId: null, reason: "岗位调整" });
    const event = await world.owner.event.findFirstOrThrow({
      where: { command: "liaison.hand-over" },
      select: { params: true, audience: true },
    });
    expect(event).toMatchObject({ audience: "officials", params: { bodies: 1 } });
  });
});

describe("who hands over", () => {
  it("stays inside one office and inside one's own", async () => {
    await expect(give("head", "officer2", "officer2")).rejects.toMatchObject({
      code: "same_person",
    });
    await expect(give("head", "district", "officer2")).rejects.toMatchObject({
      code: "no_common_office",
    });
    await expect(give("district", "district2", "district2")).rejects.toMatchObject({ status: 404 });
    await expect(give("manager", "officer2", "officer")).rejects.toMatchObject({ status: 403 });
  });
});
