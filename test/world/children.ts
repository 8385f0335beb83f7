import { createHash } from "node:crypto";
import { canonical } from "@/lib/audit/event";
import { defaultIndicatorSet } from "@/lib/evaluation/scoring/default-indicator-set";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { newId } from "@/lib/kernel/ids";
import type { State } from "@/lib/lifecycle/states";
import { contractParties } from "@/lib/project/facts";
import { type PersonName, personId, personSpec } from "./people";
import type { ProjectOptions } from "./project";
import { directionOf, reference } from "./reference";

interface Guarded {
  id: string;
  unitId: string;
  districtId: string;
}

const panelStates: readonly State[] = ["expert_review", "decision", "publicity", "contracting"];
const contractStates: readonly State[] = [
  "active",
  "suspended",
  "acceptance_filing",
  "acceptance_review",
  "rectification",
  "evaluation",
  "tracking",
  "archived",
  "terminated",
  "revoked",
];
const acceptanceStates: readonly State[] = [
  "acceptance_filing",
  "acceptance_review",
  "rectification",
  "evaluation",
  "tracking",
  "archived",
];
const evaluationStates: readonly State[] = ["evaluation", "tracking", "archived"];

const guard = (project: Guarded) => ({
  projectId: project.id,
  unitId: project.unitId,
  districtId: project.districtId,
});
const hashOf = (content: unknown) => createHash("sha256").update(canonical(content)).digest("hex");
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** The rows that a project has by the time it stands in a state. */
export async function insertChildren(
  prisma: PrismaClient,
  now: Date,
  project: Guarded,
  options: ProjectOptions,
): Promise<void> {
  const { state } = options;
  await prisma.projectPartner.create({
    data: {
      id: newId(),
      ...guard(project),
      partnerId: reference.partner,
      name: "以色列聚焦超声公司",
      countryCode: "IL",
      validFrom: day("2026-01-01"),
    },
    select: { id: true },
  });
  if (!options.registered) await insertProposal(prisma, now, project, options);
  if (!options.registered && (panelStates.includes(state) || contractStates.includes(state))) {
    await insertPanel(prisma, now, project, state === "expert_review");
  }
  if (state === "publicity") await insertNotice(prisma, now, project);
  if (state === "contracting" || contractStates.includes(state)) {
    await insertContract(prisma, now, project, state !== "contracting");
  }
  if (contractStates.includes(state)) await insertUndertaking(prisma, now, project);
  if (acceptanceStates.includes(state)) await insertAcceptance(prisma, now, project, state);
  if (evaluationStates.includes(state)) await insertEvaluation(prisma, now, project, state);
}

async function insertProposal(
  prisma: PrismaClient,
  now: Date,
  project: Guarded,
  { state, content = {} }: ProjectOptions,
): Promise<void> {
  await prisma.projectHand.createMany({
    data: [
      { projectId: project.id, userId: personId("filler"), part: "filled", at: now },
      { projectId: project.id, userId: personId("enterprise"), part: "confirmed", at: now },
    ],
  });
  await prisma.proposal.create({
    data: {
      id: newId(),
      ...guard(project),
      version: 1,
      formVersionId: reference.formVersion,
      content,
      contentHash: hashOf(content),
      savedById: personId("filler"),
      savedByName: personSpec("filler").name,
      savedAt: now,
      submittedAt: state === "draft" ? null : now,
    },
    select: { id: true },
  });
}

async function insertPanel(
  prisma: PrismaClient,
  now: Date,
  project: Guarded,
  open: boolean,
): Promise<void> {
  const panelId = newId();
  const experts: PersonName[] = ["expert1", "expert2", "expert3"];
  await prisma.panel.create({
    data: {
      id: panelId,
      ...guard(project),
      purpose: "review",
      round: 1,
      route: "online",
      scoreSheetId: reference.scoreSheet,
      conflictsClearedAt: now,
      formedById: personId("officer"),
      formedByName: personSpec("officer").name,
      formedAt: now,
      closedAt: open ? null : now,
      assignments: {
        create: experts.map((expert, seat) => ({
          id: newId(),
          ...guard(project),
          expertId: personId(expert),
          expertName: personSpec(expert).name,
          seat: seat + 1,
          status: open ? "invited" : "submitted",
          dueAt: new Date(now.getTime() + 14 * 86_400_000),
          submittedAt: open ? null : now,
          total: open ? null : "85",
        })),
      },
    },
    select: { id: true },
  });
}

async function insertNotice(prisma: PrismaClient, now: Date, project: Guarded): Promise<void> {
  await prisma.publicNotice.create({
    data: {
      id: newId(),
      ...guard(project),
      number: "公示〔2026〕1号",
      startsAt: now,
      endsAt: new Date(now.getTime() + 7 * 86_400_000),
      amount: "600000",
    },
    select: { id: true },
  });
}

async function insertContract(
  prisma: PrismaClient,
  now: Date,
  project: Guarded,
  effective: boolean,
): Promise<void> {
  const content = { technologies: [], targets: [], milestones: [], tranches: [] };
  const contractId = newId();
  await prisma.contract.create({
    data: {
      id: contractId,
      ...guard(project),
      version: 1,
      status: effective ? "effective" : "drafting",
      content,
      contentHash: hashOf(content),
      startsOn: day("2026-01-01"),
      endsOn: day("2027-12-31"),
      createdAt: now,
      effectiveAt: effective ? now : null,
    },
    select: { id: true },
  });
  if (!effective) return;
  const signers: Readonly<Record<string, PersonName>> = {
    unit: "enterprise",
    district: "district",
  };
  await prisma.signature.createMany({
    data: contractParties(project.districtId).map((party) => {
      const person = signers[party] ?? "officer";
      return {
        id: newId(),
        ...guard(project),
        contractId,
        party,
        byId: personId(person),
        byName: personSpec(person).name,
        byRole: personSpec(person).roles[0] ?? "filler",
        at: now,
        contentHash: hashOf(content),
      };
    }),
  });
}

async function insertUndertaking(prisma: PrismaClient, now: Date, project: Guarded): Promise<void> {
  const baselineId = newId();
  await prisma.baseline.create({
    data: {
      id: baselineId,
      ...guard(project),
      version: 1,
      cause: "contract",
      indicatorSetId: reference.indicatorSet,
      frozenAt: now,
      frozenById: personId("officer"),
    },
    select: { id: true },
  });
  await prisma.target.createMany({
    data: defaultIndicatorSet.indicators.map((row, at) => ({
      id: newId(),
      ...guard(project),
      baselineId,
      indicatorCode: row.code,
      position: at + 1,
      level1: row.level1,
      level2: row.level2,
      zh: row.zh,
      en: row.en,
      kind: row.kind,
      unit: row.unit,
      direction: directionOf(row.kind),
      value: row.defaultTarget ?? "300",
      weight: row.weight,
      dimensions: [...row.dimensions],
    })),
  });
  await prisma.technology.create({
    data: {
      id: newId(),
      ...guard(project),
      name: "核磁共振引导聚焦超声",
      position: 1,
      weight: "1",
      main: true,
      trlScaleId: "qd13",
      trlStart: 5,
      trlNow: 5,
      pointsTotal: 20,
      templateId: reference.ledgerTemplate,
      ledgerLinks: {
        create: ["import", "digest", "absorb", "reinnovate"].map((link, at) => ({
          id: newId(),
          ...guard(project),
          link,
          position: at + 1,
          plannedTo: day(`2027-0${at * 2 + 2}-28`),
        })),
      },
    },
    select: { id: true },
  });
}

async function insertAcceptance(
  prisma: PrismaClient,
  now: Date,
  project: Guarded,
  state: State,
): Promise<void> {
  const concluded = evaluationStates.includes(state);
  await prisma.acceptance.create({
    data: {
      id: newId(),
      ...guard(project),
      route: "written",
      status: state === "acceptance_filing" ? "filing" : concluded ? "concluded" : "review",
      result: concluded ? "passed" : null,
      concludedAt: concluded ? now : null,
      filedById: state === "acceptance_filing" ? null : personId("enterprise"),
      filedAt: state === "acceptance_filing" ? null : now,
    },
    select: { id: true },
  });
}

async function insertEvaluation(
  prisma: PrismaClient,
  now: Date,
  project: Guarded,
  state: State,
): Promise<void> {
  const baseline = await prisma.baseline.findFirstOrThrow({
    where: { projectId: project.id },
    select: { id: true, version: true },
  });
  const done = state !== "evaluation";
  await prisma.evaluation.create({
    data: {
      id: newId(),
      ...guard(project),
      round: 1,
      status: done ? "final" : "self",
      baselineId: baseline.id,
      baselineVersion: baseline.version,
      evaluationRuleId: reference.evaluationRule,
      formulaVersion: 1,
      indicatorSetId: reference.indicatorSet,
      budget: "3000000",
      spent: "2760000",
      total: done ? "88.83" : null,
      grade: done ? "good" : null,
      finalAt: done ? now : null,
    },
    select: { id: true },
  });
}
