import { describe, expect, it } from "vitest";
import { contractHash } from "@/lib/approval/contract";
import type { Command } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { type InsertedProject, type PersonName, useWorld } from "@/test/world";
import { begin, examplePlan } from "./begin.fixture";
import { approveChange } from "./commands/approve-change";
import { giveChangeOpinion } from "./commands/give-change-opinion";
import { requestChange } from "./commands/request-change";
import { signSupplement } from "./commands/sign-supplement";
import { withdrawChange } from "./commands/withdraw-change";

const world = useWorld();
const partner = { name: "新外方公司", countryCode: "DE", type: "enterprise" };

async function ask(project: InsertedProject, rest: object) {
  return world.run("enterprise", requestChange, {
    projectId: project.id,
    reason: "外方供货推迟",
    ...rest,
  });
}

const latest = (project: InsertedProject) =>
  world.owner.changeRequest.findFirstOrThrow({
    where: { projectId: project.id },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    select: { id: true, version: true, status: true },
  });

async function decide(project: InsertedProject, person: PersonName, command: Command, rest = {}) {
  const { id: changeId, version } = await latest(project);
  return world.run(person, command, { projectId: project.id, changeId, version, ...rest });
}

const agree = { verdict: "agree", opinion: "同意" };

async function agreed(project: InsertedProject, rest: object) {
  await ask(project, rest);
  await decide(project, "district", giveChangeOpinion, agree);
  await decide(project, "officer", approveChange);
}

/** The contract that a project with its ledger would have. */
async function contractOf(project: InsertedProject) {
  const content = {
    title: "聚焦超声",
    researchContent: "引进、消化、吸收、再创新",
    terms: "",
    grant: "600000.00",
    startsOn: "2026-03-01",
    endsOn: "2028-06-30",
    undertaking: examplePlan,
  };
  await world.owner.contract.create({
    data: {
      id: newId(),
      projectId: project.id,
      unitId: project.unitId,
      districtId: project.districtId,
      version: 1,
      status: "in_force",
      content: JSON.parse(JSON.stringify(content)),
      contentHash: contractHash(content),
      startsOn: new Date(content.startsOn),
      endsOn: new Date(content.endsOn),
      createdAt: world.now(),
      effectiveAt: world.now(),
    },
    select: { id: true },
  });
}

const partners = async (project: InsertedProject) => {
  const rows = await world.owner.projectPartner.findMany({
    where: { projectId: project.id, validTo: null },
    select: { name: true },
  });
  return rows.map(({ name }) => name);
};

const request = async () => ({
  kind: "foreign_partner",
  partner,
  documents: [{ fileId: await world.file("enterprise"), documentKind: "D03" }],
});

async function sign(project: InsertedProject, person: PersonName) {
  const { id, version } = await latest(project);
  const { contentHash } = await world.owner.contract.findFirstOrThrow({
    where: { projectId: project.id, changeRequestId: id },
    select: { contentHash: true },
  });
  const body = { projectId: project.id, changeId: id, version, contentHash };
  return world.run(person, signSupplement, body);
}

const desk = (project: InsertedProject) =>
  world.owner.duty.findMany({
    where: { projectId: project.id, kind: "absorption.sign_supplement", status: "open" },
    select: { holderRole: true },
  });

describe("a change of the foreign partner under a contract", () => {
  it("waits for the signatures of unit, district and bureau, in this order", async () => {
    const project = await begin(world);
    await contractOf(project);
    await expect(ask(project, { kind: "foreign_partner", partner })).rejects.toMatchObject({
      details: { fields: { documents: [{ code: "agreement_required" }] } },
    });
    const before = await partners(project);
    await agreed(project, await request());
    expect((await latest(project)).status).toBe("signing");
    await expect(ask(project, await request())).rejects.toMatchObject({
      code: "change_already_open",
    });
    await expect(sign(project, "officer")).rejects.toMatchObject({ code: "not_your_turn" });
    expect(await desk(project)).toEqual([{ holderRole: "unit_admin" }]);
    await sign(project, "enterprise");
    expect(await desk(project)).toEqual([{ holderRole: "district_officer" }]);
    await sign(project, "district");
    expect(await partners(project)).toEqual(before);
    await sign(project, "officer");
    expect(await partners(project)).toEqual([partner.name]);
    expect(await desk(project)).toEqual([]);
    expect((await latest(project)).status).toBe("approved");
    const contract = await world.owner.contract.findFirst({
      where: { projectId: project.id },
      orderBy: { version: "desc" },
      select: { version: true, status: true, effectiveAt: true },
    });
    expect(contract).toEqual({ version: 2, status: "in_force", effectiveAt: world.now() });
  });

  it("can be withdrawn until then, and its agreement with it", async () => {
    const project = await begin(world);
    await contractOf(project);
    await agreed(project, await request());
    await sign(project, "enterprise");
    await decide(project, "enterprise", withdrawChange);
    await expect(sign(project, "district")).rejects.toMatchObject({ code: "wrong_status" });
    expect(await desk(project)).toEqual([]);
    expect(await partners(project)).not.toContain(partner.name);
  });
});

describe("an extension", () => {
  it("moves all that is planned and open when it is asked to", async () => {
    const project = await begin(world);
    const links = () =>
      world.owner.ledgerLink.findMany({
        where: { projectId: project.id },
        orderBy: [{ technologyId: "asc" }, { position: "asc" }],
        select: { id: true, plannedTo: true },
      });
    const [first] = await links();
    await world.owner.ledgerLink.update({
      where: { id: first?.id ?? "" },
      data: { status: "closed" },
      select: { id: true },
    });
    const before = await links();
    const { endsOn } = await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { endsOn: true },
    });
    await agreed(project, { kind: "term", endsOn: "2028-12-31", shiftDates: true });
    const days = Math.round((Date.UTC(2028, 11, 31) - (endsOn?.getTime() ?? 0)) / 86_400_000);
    expect(days).toBeGreaterThan(0);
    const moved = (at: Date) => new Date(at.getTime() + days * 86_400_000);
    expect(await links()).toEqual(
      before.map(({ id, plannedTo }) => ({
        id,
        plannedTo: id === first?.id ? plannedTo : moved(plannedTo),
      })),
    );
    const milestone = await world.owner.milestone.findFirstOrThrow({
      where: { projectId: project.id },
      select: { id: true, plannedOn: true },
    });
    expect(milestone.plannedOn).toEqual(moved(new Date("2026-09-30")));
    const duty = await world.owner.duty.findFirstOrThrow({
      where: { subjectId: milestone.id, status: "open" },
      select: { dueAt: true },
    });
    expect(duty.dueAt?.getTime()).toBe(milestone.plannedOn.getTime() + 16 * 3_600_000 - 1);
  });
});
