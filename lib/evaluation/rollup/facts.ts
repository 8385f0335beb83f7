import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Suggestion, suggestValues } from "../prefill";
import { inWanYuan } from "../scored";
import type { Contribution } from "./rules";

/** States in which a contract's targets stand, whatever became of them. */
const undertaken = [
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

/** The projects of a budget item: named themselves, or by their call. */
export const membersOf = (budgetItemId: string): Prisma.ProjectWhereInput => ({
  OR: [{ budgetItemId }, { budgetItemId: null, call: { budgetItemId } }],
});

const dayOf = (year: number, monthDay: string): Date => new Date(`${year}-${monthDay}T00:00:00Z`);

/** Members whose contract's term ends in the year: their targets fall due in it. */
export const dueIn = (budgetItemId: string, year: number): Prisma.ProjectWhereInput => ({
  AND: [
    membersOf(budgetItemId),
    {
      state: { in: undertaken },
      endsOn: { gte: dayOf(year, "01-01"), lte: dayOf(year, "12-31") },
      baselines: { some: { version: { gte: 1 } } },
    },
  ],
});

const targetSelect = {
  indicatorCode: true,
  level1: true,
  level2: true,
  zh: true,
  en: true,
  kind: true,
  unit: true,
  weight: true,
  value: true,
} as const satisfies Prisma.TargetSelect;

const factSelect = {
  id: true,
  number: true,
  title: true,
  titleEn: true,
  unitName: true,
  districtId: true,
  state: true,
  callId: true,
  spentAmount: true,
  milestones: { select: { plannedOn: true, doneOn: true } },
  periodicReports: { where: { kind: "annual" }, select: { dueAt: true, submittedAt: true } },
  contracts: { where: { effectiveAt: { not: null } }, take: 1, select: { id: true } },
  publicNotices: { take: 1, select: { id: true } },
  baselines: {
    where: { version: { gte: 1 } },
    orderBy: { version: "desc" },
    take: 1,
    select: { targets: { orderBy: { position: "asc" }, select: targetSelect } },
  },
  evaluations: {
    orderBy: { round: "desc" },
    take: 1,
    select: {
      status: true,
      spent: true,
      selfAt: true,
      auditedAt: true,
      evaluationLines: {
        orderBy: { position: "asc" },
        select: {
          indicatorCode: true,
          targetValue: true,
          selfValue: true,
          auditedValue: true,
          notApplicable: true,
        },
      },
    },
  },
} as const satisfies Prisma.ProjectSelect;

export type ProjectFacts = Prisma.ProjectGetPayload<{ select: typeof factSelect }> & {
  /** What each rate is a share of, by indicator code. */
  bases: ReadonlyMap<string, string>;
  /** What ledger, milestones, reports and money say before there is an evaluation; for the monitoring. */
  interim: ReadonlyMap<string, Suggestion>;
};

type TargetFacts = ProjectFacts["baselines"][number]["targets"][number];

/** All that the roll-up asks of the projects whose targets fall due in the year. */
export async function rollFacts(
  tx: Tx,
  budgetItemId: string,
  year: number,
  monitoring: { until: Date; now: Date } | null,
): Promise<ProjectFacts[]> {
  const rows = await tx.project.findMany({
    where: dueIn(budgetItemId, year),
    orderBy: [{ number: "asc" }, { id: "asc" }],
    take: 2000,
    select: factSelect,
  });
  const ids = rows.map(({ id }) => id);
  const ledger = await ledgerBases(tx, ids);
  const surveys = await surveyBases(tx, ids);
  const facts: ProjectFacts[] = [];
  for (const row of rows) {
    const found = [ownBases(row), ledger.get(row.id) ?? [], surveys.get(row.id) ?? []];
    const told = toldAt(row);
    const evaluated = told !== null && monitoring !== null && told <= monitoring.until;
    facts.push({
      ...row,
      bases: new Map(found.flat()),
      interim: monitoring && !evaluated ? await suggestValues(tx, row, monitoring.now) : new Map(),
    });
  }
  return facts;
}

/** When a result was first on record: the unit's word, or the bureau's in its place. */
const toldAt = ({ evaluations: [latest] }: Pick<ProjectFacts, "evaluations">): Date | null =>
  latest?.selfAt ?? latest?.auditedAt ?? null;

type Bases = [code: string, base: string][];

/** Milestones, reports and input count from the project's own rows. */
function ownBases(row: Prisma.ProjectGetPayload<{ select: typeof factSelect }>): Bases {
  const spent = row.evaluations[0]?.spent;
  return [
    ["T1", String(row.milestones.length)],
    ["T2", String(row.periodicReports.length)],
    ...(spent ? ([["E2", inWanYuan(spent)]] satisfies Bases) : []),
  ];
}

const ledgerCodes = { localisation: "L3", local_purchase: "S2" } as const;

/** Wholes of the ledger's rates: of each link its latest figure. */
async function ledgerBases(tx: Tx, projectIds: string[]): Promise<Map<string, Bases>> {
  const figures = await tx.ledgerFigure.findMany({
    where: {
      projectId: { in: projectIds },
      code: { in: Object.keys(ledgerCodes) },
      denominator: { not: null },
    },
    orderBy: [{ asOf: "desc" }, { recordedAt: "desc" }],
    distinct: ["ledgerLinkId", "code"],
    select: { projectId: true, code: true, denominator: true },
  });
  const bases = new Map<string, Bases>();
  for (const [figure, code] of Object.entries(ledgerCodes)) {
    for (const id of projectIds) {
      const own = figures.filter((row) => row.projectId === id && row.code === figure);
      const [first, ...rest] = own.flatMap(({ denominator }) => denominator ?? []);
      if (!first) continue;
      const whole = rest.reduce((sum, each) => sum.plus(each), first);
      bases.set(id, [...(bases.get(id) ?? []), [code, whole.toFixed(4)]]);
    }
  }
  return bases;
}

/** Satisfaction is a share of the answers. */
async function surveyBases(tx: Tx, projectIds: string[]): Promise<Map<string, Bases>> {
  const answered = await tx.surveyInvitation.groupBy({
    by: ["projectId", "audience"],
    where: { projectId: { in: projectIds }, kind: "satisfaction", answeredAt: { not: null } },
    _count: { _all: true },
  });
  const bases = new Map<string, Bases>();
  for (const id of projectIds) {
    const own = answered.filter((row) => row.projectId === id);
    const count = (test: (audience: string) => boolean) =>
      own.filter((row) => test(row.audience)).reduce((sum, row) => sum + row._count._all, 0);
    const partners = count((audience) => audience === "partner");
    const others = count((audience) => audience !== "partner");
    bases.set(id, [
      ...(partners > 0 ? ([["M1", String(partners)]] satisfies Bases) : []),
      ...(others > 0 ? ([["M2", String(others)]] satisfies Bases) : []),
    ]);
  }
  return bases;
}

/** An indicator that projects of the year were promised by, with what each of them says about it. */
export interface IndicatorFacts extends Omit<TargetFacts, "weight" | "value"> {
  weight: string;
  contributions: Contribution[];
}

/**
 * The indicators of the year in the order of their set, each with its contributions. A result counts
 * from the audit, before it from what the unit submitted; with `until`, only what was known by then.
 */
export function indicatorFacts(projects: readonly ProjectFacts[], until?: Date): IndicatorFacts[] {
  const found = new Map<string, IndicatorFacts>();
  for (const project of projects) {
    for (const target of project.baselines[0]?.targets ?? []) {
      if (target.kind === "budget_execution") continue;
      const contribution = contributionOf(project, target, until);
      if (contribution === null) continue;
      const { value: _value, weight, ...rest } = target;
      const known = found.get(target.indicatorCode);
      if (known) known.contributions.push(contribution);
      else {
        found.set(target.indicatorCode, {
          ...rest,
          weight: weight.toString(),
          contributions: [contribution],
        });
      }
    }
  }
  return [...found.values()];
}

/** Null where an officer agreed that the indicator doesn't apply. */
function contributionOf(
  project: ProjectFacts,
  target: TargetFacts,
  until: Date | undefined,
): Contribution | null {
  const evaluation = project.evaluations[0];
  const line = evaluation?.evaluationLines.find(
    (row) => row.indicatorCode === target.indicatorCode,
  );
  if (line?.notApplicable) return null;
  const audited = evaluation?.auditedAt ? line?.auditedValue : null;
  const stated = evaluation?.selfAt ? line?.selfValue : null;
  const told = toldAt(project);
  const inTime = until === undefined || (told ?? until) <= until;
  const interim = project.interim.get(target.indicatorCode);
  return {
    projectId: project.id,
    target: line?.targetValue ?? target.value,
    actual: (inTime ? (audited ?? stated) : null) ?? interim?.value ?? null,
    base: project.bases.get(target.indicatorCode) ?? null,
  };
}
