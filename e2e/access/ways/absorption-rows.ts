import { newId } from "@/lib/kernel/ids";
import { contract } from "./approval-rows";
import { daysAgo, type Scene } from "./scene";

/** A child's address: its id and version. */
export interface Row {
  id: string;
  version: 1;
}

const row = (id: string): Row => ({ id, version: 1 });
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** The criteria of the first link in the template of technology import (domain.md §2.2). */
const importCriteria = ["contract_registered", "data_checked", "clauses_checked"];

interface Link {
  technologyId: string;
  linkId: string;
  technologyVersion: number;
}

/** The first link of a technology of its own, in one status, with or without its proofs. */
export async function link(scene: Scene, status: string, proven = false): Promise<Link> {
  const { world, guard } = scene;
  const technologyId = newId();
  const last = await world.owner.technology.aggregate({
    where: { projectId: guard.projectId },
    _max: { position: true },
  });
  const links = ["import", "digest", "absorb", "reinnovate"].map((name, at) => ({
    id: newId(),
    ...guard,
    link: name,
    position: at + 1,
    plannedTo: day(`2027-0${at * 2 + 2}-28`),
    status: at === 0 ? status : "open",
  }));
  await world.owner.technology.create({
    data: {
      id: technologyId,
      ...guard,
      name: `技术${technologyId.slice(-6)}`,
      position: (last._max.position ?? 0) + 1,
      weight: "1",
      trlScaleId: "qd13",
      trlStart: 5,
      trlNow: 5,
      pointsTotal: 20,
      templateId: world.reference.ledgerTemplate,
      ledgerLinks: { create: links },
    },
    select: { id: true },
  });
  const linkId = links[0]?.id ?? "";
  if (proven) await proofs(scene, linkId);
  return { technologyId, linkId, technologyVersion: 1 };
}

async function proofs({ world, guard }: Scene, ledgerLinkId: string): Promise<void> {
  await world.owner.evidence.createMany({
    data: importCriteria.map((criterionCode) => ({
      id: newId(),
      ...guard,
      ledgerLinkId,
      criterionCode,
      description: "合同登记证",
      datedOn: day("2026-02-01"),
      createdById: world.id("filler"),
      createdAt: world.now(),
    })),
  });
}

export async function milestone({ world, guard }: Scene): Promise<Row> {
  const id = newId();
  await world.owner.milestone.create({
    data: { id, ...guard, name: "样机完成", plannedOn: day("2026-09-30") },
    select: { id: true },
  });
  return row(id);
}

let period = 2000;

/** An annual or a follow-up report of a year of its own, in one status. */
export async function report(scene: Scene, kind: string, status: string): Promise<Row> {
  const { world, guard } = scene;
  const id = newId();
  period += 1;
  await world.owner.periodicReport.create({
    data: {
      id,
      ...guard,
      kind,
      period,
      status,
      formVersionId: world.reference.reportForm,
      dueAt: daysAgo(scene, -30),
    },
    select: { id: true },
  });
  return row(id);
}

/** A request to change the investigator, asked by the unit's administrator. */
export async function change({ world, guard }: Scene, status: string): Promise<Row> {
  const id = newId();
  // Only one request of a kind is open at a time.
  await world.owner.changeRequest.updateMany({
    where: { projectId: guard.projectId },
    data: { status: "withdrawn" },
  });
  await world.owner.changeRequest.create({
    data: {
      id,
      ...guard,
      kind: "investigator",
      route: "approval",
      status,
      reason: "负责人调离",
      payload: { investigatorName: "李清" },
      requestedById: world.id("enterprise"),
      requestedByName: "周敏",
      requestedAt: world.now(),
    },
    select: { id: true },
  });
  return row(id);
}

/** A change of the partner whose supplementary agreement the unit has to sign first. */
export async function supplement(scene: Scene): Promise<Row & { contentHash: string }> {
  const { world } = scene;
  const { id, version } = await change(scene, "signing");
  await world.owner.changeRequest.update({
    where: { id },
    data: {
      kind: "foreign_partner",
      payload: { partner: { name: "新外方公司", countryCode: "IL", type: "enterprise" } },
    },
    select: { id: true },
  });
  const { contractVersion, contentHash } = await contract(scene);
  await world.owner.contract.updateMany({
    where: { projectId: scene.id, version: contractVersion },
    data: { status: "signing", changeRequestId: id },
  });
  return { id, version, contentHash };
}

let seq = 100;

export async function tranche({ world, guard }: Scene, status = "planned"): Promise<Row> {
  const id = newId();
  seq += 1;
  await world.owner.tranche.create({
    data: {
      id,
      ...guard,
      seq,
      condition: "合同签订",
      amount: "100000",
      status,
      contractVersion: 1,
    },
    select: { id: true },
  });
  return row(id);
}

export async function payment(scene: Scene, status: string): Promise<Row> {
  const { world, guard } = scene;
  const issued = await tranche(scene, "issued");
  const id = newId();
  await world.owner.payment.create({
    data: {
      id,
      ...guard,
      trancheId: issued.id,
      purpose: "grant",
      status,
      amount: "100000",
      originalAmount: "100000",
      documentNumber: "常财教〔2026〕8号",
      issuedAt: daysAgo(scene, 5),
      issuedById: world.id("officer"),
    },
    select: { id: true },
  });
  return row(id);
}

export async function refund(scene: Scene, status: string): Promise<Row> {
  const { world, guard } = scene;
  const id = newId();
  await world.owner.refund.create({
    data: {
      id,
      ...guard,
      cause: "termination",
      basis: "objective",
      computedAmount: "100000",
      amount: "100000",
      status,
      notifiedAt: status === "computed" ? null : daysAgo(scene, 40),
      dueAt: status === "computed" ? null : daysAgo(scene, 5),
    },
    select: { id: true },
  });
  return row(id);
}

export async function midTerm(scene: Scene, status: string): Promise<Row> {
  const { world, guard } = scene;
  const id = newId();
  await world.owner.midTermCheck.create({
    data: { id, ...guard, status, dueAt: daysAgo(scene, -30) },
    select: { id: true },
  });
  return row(id);
}
