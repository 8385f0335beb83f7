import { startAbsorption } from "@/lib/absorption/start";
import { systemActor } from "@/lib/access/actor";
import { directDistrictId } from "@/lib/access/roles";
import { canonical } from "@/lib/audit/event";
import type { Tx } from "@/lib/db/client";
import { freezeBaseline } from "@/lib/evaluation/baseline";
import { acceptanceResults } from "@/lib/evaluation/schema";
import { enterEvaluationStage } from "@/lib/evaluation/start";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { startOfShanghaiDay } from "@/lib/kernel/working-days";
import { dueOf } from "@/lib/lifecycle/due";
import { type SubStatus, stateRow, subStatusTurn } from "@/lib/lifecycle/states";
import { dueBasis } from "@/lib/project/advance";
import { guardedBy } from "@/lib/project/command";
import { openStateDuties } from "@/lib/project/duties";
import { noteHand, type ProjectRecord, readProject } from "@/lib/project/load";
import { searchColumns } from "@/lib/project/search";
import { partnerId, storedDay } from "../apply-content";
import { contentHash } from "../drafts";
import { amountsOf, budgetOf, grantOf } from "./problems";
import type { RegistrableState, RegistrationRow } from "./row";
import { unitFor } from "./unit";

type Context = Pick<CommandContext, "tx" | "actor" | "now">;

/** Versions that every registered project of a batch is measured by. */
export interface Versions {
  indicatorSetId: string;
  evaluationRuleId: string;
}

export interface Registered {
  registration: { id: string; createdById: string };
  number: string;
  versions: Versions;
}

/** With whom the papers lie in the states where they go back and forth. */
const subStatuses: Partial<Record<RegistrableState, SubStatus>> = {
  acceptance_filing: "with_unit",
  acceptance_review: "with_bureau",
  rectification: "with_unit",
  evaluation: "with_unit",
};

/**
 * Puts one project straight into the state where it stands (T00), with the rows that it has by then:
 * money by level, partner, contract, baseline 1, ledger and reports, acceptance, evaluation,
 * follow-up. Answers its id.
 */
export async function standProject(
  context: Context,
  row: RegistrationRow,
  registered: Registered,
): Promise<string> {
  const { tx, actor, now } = context;
  const id = await createProject(context, row, registered);
  await noteHand(tx, id, registered.registration.createdById, "filled", now);
  await noteHand(tx, id, actor.userId, "confirmed", now);
  const project = await readProject(tx, systemActor, id);
  if (project === null) throw new Error("a registered project is not there");
  await addPartner(context, project, row);
  await addMoney(tx, project, row);
  await addContract(context, project, row);
  await freezeBaseline(context, project, {
    cause: "registration",
    indicatorSetId: registered.versions.indicatorSetId,
    targets: row.undertaking.targets,
  });
  await startAbsorption(context, project, row.undertaking, { contractVersion: 1 });
  await enterEvaluationStage(context, project, acceptanceOf(row));
  await openDuties(context, project, row.state);
  return id;
}

async function createProject(
  { tx, now }: Context,
  row: RegistrationRow,
  { registration, number, versions }: Registered,
): Promise<string> {
  const id = newId();
  const unit = await unitFor(tx, now, row);
  const since = row.stateSince ? startOfShanghaiDay(row.stateSince) : now;
  const subStatus = subStatuses[row.state] ?? null;
  const budgetTotal = budgetOf(row);
  await tx.project.create({
    data: {
      id,
      number,
      title: row.title,
      titleEn: row.titleEn || null,
      origin: "registration",
      registrationId: registration.id,
      upperDocumentNumber: row.upperDocumentNumber || null,
      programmeLevel: row.programmeLevel,
      unitId: unit.id,
      unitName: row.unitName,
      districtId: row.districtId,
      administrativeDistrictId: unit.administrativeDistrictId,
      managingUnitId: unit.managingUnitId,
      state: row.state,
      subStatus,
      stateSince: since,
      turnRole: (subStatus ? subStatusTurn[subStatus] : stateRow(row.state).turn)[0] ?? null,
      turnSince: since,
      // The district's steps of a direct unit fall to another officer than this one (domain.md §1.2).
      caseOfficerId: row.districtId === directDistrictId ? registration.createdById : null,
      year: row.year,
      countryCode: row.countryCode,
      industryCode: row.industryCode,
      secondaryIndustryCode: row.secondaryIndustryCode || null,
      cooperationMode: row.cooperationMode,
      summary: row.summary ?? "",
      investigatorName: row.investigatorName,
      startsOn: storedDay(row.startsOn),
      endsOn: storedDay(row.endsOn),
      grantAmount: grantOf(row),
      ownAmount: row.ownFunds ?? "0",
      budgetTotal,
      adjustedBudget: budgetTotal,
      spentAmount: row.spent ?? "0",
      rectificationUsed: row.state === "rectification",
      acceptanceResult: row.acceptanceResult ?? null,
      finalScore: row.score ?? null,
      archivedBy: row.state === "archived" ? "T00" : null,
      ...versions,
      ...searchColumns([row.title, row.titleEn, number, row.unitName]),
      createdById: registration.createdById,
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  return id;
}

async function addPartner({ tx, now }: Context, project: ProjectRecord, row: RegistrationRow) {
  const partner = {
    name: row.partnerName,
    nameEn: row.partnerNameEn,
    countryCode: row.countryCode,
    type: row.partnerType || "enterprise",
  };
  await tx.projectPartner.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      partnerId: await partnerId(tx, now, partner),
      name: partner.name,
      countryCode: partner.countryCode,
      validFrom: storedDay(row.startsOn),
    },
    select: { id: true },
  });
  await tx.projectMember.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      name: row.investigatorName,
      part: "investigator",
      validFrom: storedDay(row.startsOn),
    },
    select: { id: true },
  });
}

async function addMoney(tx: Tx, project: ProjectRecord, row: RegistrationRow): Promise<void> {
  await tx.fundingLine.createMany({
    data: amountsOf(row).map(({ source, amount }) => ({
      id: newId(),
      ...guardedBy(project),
      source,
      year: row.year,
      amount,
      originalAmount: amount,
      kind: "planned",
    })),
  });
}

/** The contract of the upper level as far as the register tells it: in force, without signatures here. */
async function addContract({ tx, now }: Context, project: ProjectRecord, row: RegistrationRow) {
  const content = {
    title: row.title,
    researchContent: row.summary ?? "",
    terms: row.upperDocumentNumber ?? "",
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    grant: grantOf(row),
    undertaking: row.undertaking,
  };
  await tx.contract.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      version: 1,
      status: "effective",
      content: JSON.parse(canonical(content)),
      contentHash: contentHash(content),
      startsOn: storedDay(row.startsOn),
      endsOn: storedDay(row.endsOn),
      createdAt: now,
      effectiveAt: now,
    },
    select: { id: true },
  });
}

function acceptanceOf(row: RegistrationRow) {
  const result = acceptanceResults.find((known) => known === row.acceptanceResult);
  if (!result || !row.acceptedOn) return null;
  return {
    result,
    documentNumber: row.certificateNumber || row.upperDocumentNumber || "",
    decidedOn: row.acceptedOn,
  };
}

/** The limit of the state counts from today: nobody is late for what Kehe didn't know. */
async function openDuties({ tx, now }: Context, project: ProjectRecord, state: RegistrableState) {
  const dueAt = dueOf(state, now, await dueBasis(tx, project, now));
  await tx.project.updateMany({ where: { id: project.id }, data: { dueAt } });
  await openStateDuties(tx, project, {
    state,
    subStatus: project.subStatus,
    dueAt,
    since: now,
    returned: false,
  });
}
