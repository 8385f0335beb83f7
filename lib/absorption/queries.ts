import { type Actor, holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { dayText } from "@/lib/lifecycle/due";
import { type ProjectRecord, readProject } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { today } from "./dates";
import { hasLedger, type LinkId, linkIds } from "./links";
import { factsOf, type LinkRow, linkSelect } from "./load-link";
import { absorptionRatio, masteryIndex, readinessGain } from "./measures";
import { recordChoices } from "./records/choices";
import { type LinkFacts, lateness, linkRefusal, unmetCriteria, unprovenCriteria } from "./rules";
import { offeredSteps, type StepName } from "./steps";

const technologySelect = {
  id: true,
  name: true,
  nameEn: true,
  position: true,
  weight: true,
  main: true,
  mastery: true,
  masteryNote: true,
  masteryAt: true,
  trlScaleId: true,
  trlStart: true,
  trlNow: true,
  pointsTotal: true,
  version: true,
  template: { select: { mode: true, version: true, definition: true } },
  ledgerLinks: { orderBy: { position: "asc" }, select: linkSelect },
} as const satisfies Prisma.TechnologySelect;

type TechnologyRow = Prisma.TechnologyGetPayload<{ select: typeof technologySelect }>;

/**
 * The absorption ledger of a project as a matrix of technologies and links, with milestones and
 * measures; null outside the actor's scope. Each row names what this actor may do on it now.
 */
export async function ledgerOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const rows = await tx.technology.findMany({
    where: { projectId: project.id, removedAt: null },
    orderBy: { position: "asc" },
    select: technologySelect,
  });
  const at = {
    actor,
    project,
    today: today(now),
    numbers: await loadNumbers(tx, now),
    recordNames: new Map(
      (await recordChoices(tx, project.id)).map(({ id, name }) => [id, name] as const),
    ),
  };
  return {
    projectId: project.id,
    hasLedger: hasLedger(project.cooperationMode),
    links: linkIds,
    actions: projectActions(actor, project),
    technologies: rows.map((row) => technologyDto(row, at)),
    milestones: await milestonesOf(tx, at),
    measures: measuresOf(rows),
  };
}

export type LedgerView = NonNullable<Awaited<ReturnType<typeof ledgerOf>>>;
export type TechnologyDto = LedgerView["technologies"][number];
export type LinkDto = TechnologyDto["links"][number];
interface At {
  actor: Actor;
  project: ProjectRecord;
  today: Date;
  numbers: ReadonlyMap<string, number>;
  /** Names of the records that evidence can name, by id. */
  recordNames: ReadonlyMap<string, string>;
}

/** The steps of this room that hang on the project itself; the ledger of a contract stays as signed, refunds are the money's. */
export function projectActions(actor: Actor, project: ProjectRecord): StepName[] {
  return offeredSteps(actor, project, "project", { status: "" }).filter((name) => {
    if (name === "absorption.compute-refund" || name === "absorption.decline-suspension") {
      return false;
    }
    if (name.startsWith("absorption.record-")) return false;
    if (name !== "absorption.plan-technology") return true;
    return project.callId === null && hasLedger(project.cooperationMode);
  });
}

function technologyDto(row: TechnologyRow, at: At) {
  return {
    id: row.id,
    name: row.name,
    nameEn: row.nameEn,
    weight: row.weight.toString(),
    main: row.main,
    mastery: row.mastery,
    masteryNote: row.masteryNote,
    masteryAt: row.masteryAt,
    trlScaleId: row.trlScaleId,
    trlStart: row.trlStart,
    trlNow: row.trlNow,
    trlGain: gainOf(row),
    pointsTotal: row.pointsTotal,
    version: row.version,
    template: { mode: row.template.mode, version: row.template.version },
    actions: offeredSteps(at.actor, at.project, "technology", { status: "open" }),
    links: row.ledgerLinks.map((link) => linkDto(link, row, at)),
  };
}

function linkDto(link: LinkRow, technology: TechnologyRow, at: At) {
  const facts = factsOf(link, technology, technology.ledgerLinks);
  const late = lateness(link.plannedTo, at.today, at.numbers);
  const closed = link.status === "closed";
  return {
    id: link.id,
    link: link.link,
    status: link.status,
    version: link.version,
    plannedFrom: dayOrNull(link.plannedFrom),
    plannedTo: dayText(link.plannedTo),
    actualFrom: dayOrNull(link.actualFrom),
    actualTo: dayOrNull(link.actualTo),
    overdueDays: closed ? 0 : late.days,
    warning: closed ? ("none" as const) : late.level,
    cost: link.cost.toFixed(2),
    plannedCost: link.plannedCost?.toFixed(2) ?? null,
    confirmedCost: link.confirmedCost?.toFixed(2) ?? null,
    returnedReason: link.returnedReason,
    submittedAt: link.submittedAt,
    confirmedBy: link.confirmedByName,
    confirmedAt: link.confirmedAt,
    formerClosed: facts.formerClosed,
    criteria: criteriaDto(link, facts, at.recordNames),
    figures: figuresDto(link, facts),
    merit: link.meritOpinions.map((opinion) => meritDto(opinion, at)),
    actions: linkActions(link, facts, at),
  };
}

function linkActions(link: LinkRow, facts: LinkFacts, { actor, project }: At): StepName[] {
  const refusal = linkRefusal(facts);
  return offeredSteps(actor, project, "link", link).filter(
    (name) =>
      name !== "absorption.claim-incentive" &&
      (name !== "absorption.submit-link" || refusal === null),
  );
}

function criteriaDto(link: LinkRow, facts: LinkFacts, recordNames: ReadonlyMap<string, string>) {
  const unproven = new Set(unprovenCriteria(facts));
  const unmet = new Set(unmetCriteria(facts));
  return facts.template.criteria.map(({ code, zh, en, threshold }) => ({
    code,
    zh,
    en,
    proven: !unproven.has(code),
    met: !unmet.has(code),
    measured: threshold !== undefined,
    evidence: link.evidence
      .filter((piece) => piece.criterionCode === code)
      .map((piece) => ({
        id: piece.id,
        description: piece.description,
        datedOn: dayText(piece.datedOn),
        status: piece.status,
        reason: piece.reason,
        reviewedBy: piece.reviewedByName,
        reviewedAt: piece.reviewedAt,
        fileId: piece.fileId,
        fileName: piece.file?.originalName ?? null,
        sha256: piece.file?.sha256 ?? null,
        record:
          piece.recordId === null
            ? null
            : { id: piece.recordId, name: recordNames.get(piece.recordId) ?? "" },
      })),
  }));
}

/** Who judged is the bureau's to know; the expert knows himself. */
function meritDto(
  { expertId, expertName, ...opinion }: LinkRow["meritOpinions"][number],
  { actor, project }: At,
) {
  const knows = expertId === actor.userId || holds(actor, ...citywideRoles);
  return {
    ...opinion,
    expertName: knows ? expertName : null,
    actions: offeredSteps(actor, project, "merit_opinion", {
      status: opinion.status,
      only: expertId,
    }),
  };
}

/** Every figure of the template with its latest value, basis and date; null where none is recorded. */
function figuresDto(link: LinkRow, facts: LinkFacts) {
  return facts.template.figures.map((figure) => {
    const latest = link.ledgerFigures.findLast(({ code }) => code === figure.code);
    return {
      code: figure.code,
      zh: figure.zh,
      en: figure.en,
      unit: figure.unit,
      formula: figure.formula,
      value: latest?.value.toString() ?? null,
      numerator: latest?.numerator?.toString() ?? null,
      denominator: latest?.denominator?.toString() ?? null,
      basis: latest?.basis ?? null,
      asOf: dayOrNull(latest?.asOf ?? null),
    };
  });
}

async function milestonesOf(tx: Tx, at: At) {
  const rows = await tx.milestone.findMany({
    where: { projectId: at.project.id },
    orderBy: [{ plannedOn: "asc" }, { id: "asc" }],
    select: { id: true, name: true, plannedOn: true, doneOn: true, note: true, version: true },
  });
  return rows.map((row) => {
    const late = lateness(row.plannedOn, at.today, at.numbers);
    const status = row.doneOn === null ? "open" : "done";
    return {
      id: row.id,
      name: row.name,
      plannedOn: dayText(row.plannedOn),
      doneOn: dayOrNull(row.doneOn),
      note: row.note,
      version: row.version,
      status,
      overdueDays: status === "open" ? late.days : 0,
      warning: status === "open" ? late.level : ("none" as const),
      actions: offeredSteps(at.actor, at.project, "milestone", { status }),
    };
  });
}

/**
 * The measures of domain.md §2.1 over the technologies in use: AI, R with its costs, localisation
 * with basis and date for each technology, readiness gained for each scale. Null without a ledger.
 */
function measuresOf(rows: readonly TechnologyRow[]) {
  if (rows.length === 0) return null;
  const costs = {
    imported: costOf(rows, "import"),
    digested: costOf(rows, "digest"),
    absorbed: costOf(rows, "absorb"),
  };
  return {
    masteryIndex: masteryIndex(
      rows.map((row) => ({ weight: row.weight.toString(), mastery: row.mastery })),
    ),
    absorptionRatio: absorptionRatio(costs),
    costs: { ...costs, reinnovated: costOf(rows, "reinnovate") },
    localisation: rows.flatMap(localisationOf),
    readiness: readinessByScale(rows),
    closedLinks: rows.flatMap((row) => row.ledgerLinks).filter(({ status }) => status === "closed")
      .length,
    allLinks: rows.flatMap((row) => row.ledgerLinks).length,
  };
}

function costOf(rows: readonly TechnologyRow[], link: LinkId): string {
  return rows
    .flatMap((row) => row.ledgerLinks)
    .filter((row) => row.link === link)
    .reduce((sum, row) => row.cost.plus(sum), zeroCost(rows))
    .toFixed(2);
}

/** A decimal nought of the rows' own kind. */
function zeroCost(rows: readonly TechnologyRow[]): LinkRow["cost"] {
  const [first] = rows.flatMap((row) => row.ledgerLinks);
  if (!first) throw new Error("a technology has no links");
  return first.cost.minus(first.cost);
}

function localisationOf(row: TechnologyRow) {
  const figure = row.ledgerLinks
    .flatMap((link) => link.ledgerFigures)
    .findLast(({ code }) => code === "localisation");
  if (!figure) return [];
  return [
    {
      technologyId: row.id,
      technology: row.name,
      percent: figure.value.toFixed(1),
      imported: figure.numerator?.toFixed(2) ?? null,
      total: figure.denominator?.toFixed(2) ?? null,
      basis: figure.basis,
      asOf: dayText(figure.asOf),
    },
  ];
}

function gainOf(row: TechnologyRow): number | null {
  if (row.trlStart === null || row.trlNow === null) return null;
  return readinessGain(
    { scale: row.trlScaleId, level: row.trlStart },
    { scale: row.trlScaleId, level: row.trlNow },
  );
}

/** Gains are listed scale by scale; scales are never compared with each other. */
function readinessByScale(rows: readonly TechnologyRow[]) {
  const scales = [...new Set(rows.map((row) => row.trlScaleId))];
  return scales.map((scaleId) => ({
    scaleId,
    technologies: rows
      .filter((row) => row.trlScaleId === scaleId)
      .map((row) => ({
        technologyId: row.id,
        technology: row.name,
        start: row.trlStart,
        now: row.trlNow,
        gain: gainOf(row),
      })),
  }));
}

const dayOrNull = (day: Date | null): string | null => (day === null ? null : dayText(day));
