import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { z } from "zod";
import { query } from "@/lib/kernel/query";
import { type PersonName, useWorld } from "@/test/world";
import { closeFeed } from "./commands/close-feed";
import { openFeed } from "./commands/open-feed";
import { dueThisYear } from "./due";
import { actorOfFeed, ownFeed } from "./feed";

const world = useWorld();
const day = (text: string) => new Date(`${text}T00:00:00Z`);

const due = (person: PersonName) =>
  query(world.as(person), (tx) => dueThisYear(tx, world.as(person), world.now()));

it("lists a unit's open and coming items of this year by their day, and nobody else's", async () => {
  const { id } = await world.project({
    state: "active",
    bare: true,
    set: { endsOn: day("2026-11-30") },
  });
  const guard = {
    projectId: id,
    unitId: world.units.first.id,
    districtId: world.districts.wujin.id,
  };
  await world.owner.milestone.createMany({
    data: [
      { id: crypto.randomUUID(), ...guard, name: "样机", plannedOn: day("2026-06-30") },
      { id: crypto.randomUUID(), ...guard, name: "明年的", plannedOn: day("2027-01-01") },
      {
        id: crypto.randomUUID(),
        ...guard,
        name: "已完成",
        plannedOn: day("2026-05-30"),
        doneOn: day("2026-02-01"),
      },
    ],
  });
  const dutyOf = (rest: object) => ({
    id: crypto.randomUUID(),
    ...guard,
    kind: "absorption.annual_report",
    subjectType: "report",
    subjectId: crypto.randomUUID(),
    holderRole: "unit_admin",
    since: world.now(),
    dueAt: new Date("2026-02-20T15:59:59Z"),
    ...rest,
  });
  await world.owner.duty.createMany({
    data: [
      dutyOf({}),
      dutyOf({ status: "done" }),
      dutyOf({ holderRole: "district_officer" }),
      dutyOf({ dueAt: new Date("2027-02-20T15:59:59Z") }),
    ],
  });
  const mine = (await due("filler")).filter(({ project }) => project?.id === id);
  expect(mine.map(({ kind, dueOn, overdue }) => [kind, dueOn, overdue])).toEqual([
    ["absorption.annual_report", "2026-02-20", true],
    ["coming.milestone", "2026-06-30", false],
    ["coming.term_end", "2026-11-30", false],
  ]);
  expect((await due("enterprise2")).some(({ project }) => project?.id === id)).toBe(false);
  expect(await due("officer")).toEqual([]);
});

const answer = z.object({ feedId: z.string(), address: z.string(), qr: z.string() });
const tokenIn = (address: string): string =>
  /\/api\/calendar\/([\w-]+)\.ics$/.exec(address)?.[1] ?? "";

it("keeps only the hash of a feed's address; a new one and a closing stop it", async () => {
  const first = answer.parse(await world.run("enterprise", openFeed, {}));
  expect(first.qr).toContain("<svg");
  const stored = await world.owner.calendarFeed.findUniqueOrThrow({ where: { id: first.feedId } });
  expect(JSON.stringify(stored)).not.toContain(tokenIn(first.address));
  expect(stored.tokenHash).toBe(createHash("sha256").update(tokenIn(first.address)).digest("hex"));
  const reader = (address: string) => actorOfFeed(tokenIn(address), world.now());
  expect(await reader(first.address)).toMatchObject({ userId: world.id("enterprise") });
  const second = answer.parse(await world.run("enterprise", openFeed, {}));
  expect(await reader(first.address)).toBeNull();
  expect((await reader(second.address))?.held.map(({ role }) => role)).toContain("unit_admin");
  const actor = world.as("enterprise");
  expect(await query(actor, (tx) => ownFeed(tx, actor))).toMatchObject({ lastReadAt: world.now() });
  await expect(
    world.run("enterprise2", closeFeed, { feedId: second.feedId }),
  ).rejects.toMatchObject({ status: 404 });
  await world.run("enterprise", closeFeed, { feedId: second.feedId });
  expect(await reader(second.address)).toBeNull();
  expect(await actorOfFeed("no token", world.now())).toBeNull();
});

it("answers nothing to the address of somebody whose account is switched off", async () => {
  const { address } = answer.parse(await world.run("filler", openFeed, {}));
  await world.owner.userAccount.update({
    where: { id: world.id("filler") },
    data: { status: "disabled" },
  });
  expect(await actorOfFeed(tokenIn(address), world.now())).toBeNull();
});
