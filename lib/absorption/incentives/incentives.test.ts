import { describe, expect, it } from "vitest";
import type { Command } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { type PersonName, useWorld } from "@/test/world";
import { begin, read } from "../begin.fixture";
import { confirmReceipt } from "../commands/confirm-receipt";
import { passOnPayment } from "../commands/pass-on-payment";
import { reopenLink } from "../commands/reopen-link";
import { moneyOf } from "../money-queries";
import { claimIncentive } from "./commands/claim-incentive";
import { confirmIncentive } from "./commands/confirm-incentive";
import { issueIncentive } from "./commands/issue-incentive";
import { refuseIncentive } from "./commands/refuse-incentive";
import { withdrawIncentive } from "./commands/withdraw-incentive";
import { incentivesOf } from "./queries";

const world = useWorld();
const documentNumber = "常财教〔2026〕21号";
let made = 0;

/** A rule of its own for the digest link: 20 %, at most 50 万元, unless changed. */
async function rule(change: object = {}): Promise<string> {
  made += 1;
  const id = newId();
  await world.owner.incentiveRule.create({
    data: {
      id,
      code: `digest_test_${made}`,
      version: 1,
      link: "digest",
      title: { zh: "消化补助", en: "Digest subsidy" },
      administeredBy: "science",
      rate: "0.2",
      cap: "500000",
      basis: "测试",
      validFrom: new Date("2023-01-01T00:00:00Z"),
      ...change,
    },
    select: { id: true },
  });
  return id;
}

/** A running project whose digest link of the first technology closed at a confirmed cost of 40 万元. */
async function closed(status = "closed") {
  const project = await begin(world);
  const link = await world.owner.ledgerLink.findFirstOrThrow({
    where: { projectId: project.id, link: "digest", technology: { position: 1 } },
    select: { id: true },
  });
  await world.owner.ledgerLink.update({
    where: { id: link.id },
    data: { status, cost: "400000", confirmedCost: status === "closed" ? "400000" : null },
    select: { id: true },
  });
  return { projectId: project.id, linkId: link.id };
}

type Place = Awaited<ReturnType<typeof closed>>;

/** A minute later, so that claims have an order. */
function claim(place: Place, ruleId: string, by: PersonName = "enterprise", version = 1) {
  world.setClock(new Date(world.now().getTime() + 60_000));
  return world.run(by, claimIncentive, { ...place, ruleId, version });
}

async function newest({ projectId }: Place) {
  return world.owner.incentiveClaim.findFirstOrThrow({
    where: { projectId },
    orderBy: [{ claimedAt: "desc" }, { id: "desc" }],
    select: { id: true, version: true, status: true, amount: true, baseCost: true },
  });
}

async function on(place: Place, by: PersonName, command: Command, rest: object = {}) {
  const { id, version } = await newest(place);
  return world.run(by, command, { projectId: place.projectId, claimId: id, version, ...rest });
}

const view = async (place: Place, by: PersonName = "enterprise") => {
  const found = await read((tx) => incentivesOf(tx, world.as(by), place.projectId, world.now()));
  if (found === null) throw new Error("not in scope");
  return found;
};

describe("an incentive", () => {
  it("is offered, claimed in one click, confirmed, issued by another official and received", async () => {
    const place = await closed();
    const ruleId = await rule({ budget: "100000" });
    const offer = (await view(place)).offers.find(
      (row) => row.rule.id === ruleId && row.id === place.linkId,
    );
    expect(offer).toMatchObject({ amount: "80000.00", actions: ["absorption.claim-incentive"] });
    await claim(place, ruleId);
    expect(await newest(place)).toMatchObject({ status: "claimed" });
    await on(place, "officer", confirmIncentive);
    await expect(on(place, "officer", issueIncentive, { documentNumber })).rejects.toMatchObject({
      code: "four_eyes",
    });
    await on(place, "head", issueIncentive, { documentNumber });
    const payment = () =>
      world.owner.payment.findFirstOrThrow({
        where: { projectId: place.projectId, purpose: "incentive" },
        select: { id: true, version: true, amount: true },
      });
    const pay = async (by: PersonName, command: Command, rest: object = {}) => {
      const { id, version } = await payment();
      const { projectId } = place;
      await world.run(by, command, { projectId, paymentId: id, version, ...rest });
    };
    await pay("district", passOnPayment);
    await pay("enterprise", confirmReceipt, { receivedOn: "2026-03-02" });
    expect(await newest(place)).toMatchObject({ status: "paid" });
    const money = await read((tx) =>
      moneyOf(tx, world.as("officer"), place.projectId, world.now()),
    );
    expect(money?.sums.received).toBe("0.00");
    expect(money?.payments.map(({ purpose, amount }) => [purpose, amount])).toEqual([
      ["incentive", "80000.00"],
    ]);
    expect(
      (await view(place)).offers.some((row) => row.rule.id === ruleId && row.id === place.linkId),
    ).toBe(false);
    const open = await world.owner.duty.count({
      where: { projectId: place.projectId, kind: { contains: "incentive" }, status: "open" },
    });
    expect(open).toBe(0);
  });

  it("is claimed once: of two claims at the same time one is refused", async () => {
    const place = await closed();
    const ruleId = await rule();
    const both = await Promise.allSettled([claim(place, ruleId), claim(place, ruleId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "incentive_claimed_already" },
    });
  });

  it("stays inside the budget when two projects are confirmed at once", async () => {
    const ruleId = await rule({ budget: "120000" });
    const places = [await closed(), await closed()];
    for (const place of places) await claim(place, ruleId);
    const both = await Promise.allSettled(
      places.map((place) => on(place, "officer", confirmIncentive)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "incentive_over_budget", details: { params: { left: "40000.00" } } },
    });
  });

  it.each([
    ["incentive_elsewhere", { administeredBy: "tax" }],
    ["incentive_without_rate", { rate: null }],
    ["incentive_not_in_force", { validTo: new Date("2026-02-28T00:00:00Z") }],
    ["incentive_other_link", { link: "absorb" }],
    ["incentive_condition_unmet", { conditions: { modes: ["M9"] } }],
  ])("is refused as %s", async (code, change) => {
    await expect(claim(await closed(), await rule(change))).rejects.toMatchObject({
      status: 409,
      code,
    });
  });

  it("is the unit administrator's to claim, and only for a closed link", async () => {
    const ruleId = await rule();
    await expect(claim(await closed(), ruleId, "filler")).rejects.toMatchObject({ status: 403 });
    await expect(claim(await closed(), ruleId, "officer")).rejects.toMatchObject({ status: 403 });
    await expect(claim(await closed(), ruleId, "enterprise2")).rejects.toMatchObject({
      status: 404,
    });
    await expect(claim(await closed("submitted"), ruleId)).rejects.toMatchObject({
      code: "wrong_status",
    });
    await expect(claim(await closed(), newId())).rejects.toMatchObject({ status: 404 });
  });

  it("falls away when its link is reopened, and its part of the budget is free again", async () => {
    const ruleId = await rule({ budget: "80000" });
    const place = await closed();
    await claim(place, ruleId);
    await on(place, "officer", confirmIncentive);
    await world.run("officer", reopenLink, { ...place, version: 1, reason: "检测报告存疑" });
    expect(await newest(place)).toMatchObject({ status: "withdrawn" });
    await expect(claim(place, ruleId, "enterprise", 2)).rejects.toMatchObject({
      code: "wrong_status",
    });
    const other = await closed();
    await claim(other, ruleId);
    await on(other, "officer", confirmIncentive);
    expect(await newest(other)).toMatchObject({ status: "confirmed" });
  });

  it("can be refused with a reason or withdrawn, and then claimed anew", async () => {
    const ruleId = await rule();
    const place = await closed();
    await claim(place, ruleId);
    await on(place, "officer", refuseIncentive, { reason: "凭证不全" });
    await claim(place, ruleId);
    await on(place, "enterprise", withdrawIncentive);
    await claim(place, ruleId);
    const { claims } = await view(place, "officer");
    expect(claims.map(({ status }) => status)).toEqual(["claimed", "withdrawn", "refused"]);
    expect(claims[0]?.actions).toEqual([
      "absorption.confirm-incentive",
      "absorption.refuse-incentive",
    ]);
  });
});
