import type { Tx } from "@/lib/db/client";
import { fraction, toFixed } from "@/lib/kernel/fraction";
import { inWanYuan } from "./scored";
import { satisfactionOfProject } from "./survey/load";

/** A value that Kehe can tell from its own records, and where it comes from. */
export interface Suggestion {
  value: string;
  source: "ledger" | "reports" | "milestones" | "money" | "rights" | "survey";
  /** Of a share that was counted: satisfied answers of all answers. */
  numerator?: number;
  denominator?: number;
}

interface PrefilledProject {
  id: string;
  spentAmount: Parameters<typeof inWanYuan>[0];
}

/**
 * What the ledger, the reports, the milestones and the money already say about the indicators of the
 * default set, by indicator code; an indicator that nothing is known of is missing. The unit may
 * state otherwise; only budget execution is fixed.
 */
export async function suggestValues(
  tx: Tx,
  project: PrefilledProject,
  now: Date,
): Promise<ReadonlyMap<string, Suggestion>> {
  const found = new Map<string, Suggestion>();
  const put = (code: string, value: string | null, source: Suggestion["source"]) => {
    if (value !== null) found.set(code, { value, source });
  };
  const technologies = await tx.technology.findMany({
    where: { projectId: project.id, removedAt: null },
    select: { mastery: true, main: true, trlStart: true, trlNow: true },
  });
  if (technologies.length > 0) {
    put("Q1", String(technologies.filter((row) => row.mastery >= 2).length), "ledger");
    put("L2", levelsGained(technologies), "ledger");
  }
  put("L3", await latestFigure(tx, project.id, "localisation"), "ledger");
  put("S2", await latestFigure(tx, project.id, "local_purchase"), "ledger");
  put("T1", await milestonesOnTime(tx, project.id, now), "milestones");
  put("T2", await reportsOnTime(tx, project.id, now), "reports");
  const satisfaction = await satisfactionOfProject(tx, project.id);
  for (const code of ["M1", "M2"] as const) {
    const { percent, numerator, denominator } = satisfaction[code];
    if (percent === null) continue;
    found.set(code, { value: percent, source: "survey", numerator, denominator });
  }
  if (!project.spentAmount.isZero()) {
    put("B0", inWanYuan(project.spentAmount), "money");
    put("K1", inWanYuan(project.spentAmount), "money");
  }
  return found;
}

/** The largest gain in readiness among the main technologies, or among all where none is main. */
function levelsGained(
  technologies: readonly { main: boolean; trlStart: number | null; trlNow: number | null }[],
): string | null {
  const main = technologies.filter((row) => row.main);
  const gains = (main.length > 0 ? main : technologies).flatMap((row) =>
    row.trlStart === null || row.trlNow === null ? [] : [row.trlNow - row.trlStart],
  );
  return gains.length > 0 ? String(Math.max(...gains, 0)) : null;
}

async function latestFigure(tx: Tx, projectId: string, code: string): Promise<string | null> {
  const figure = await tx.ledgerFigure.findFirst({
    where: { projectId, code },
    orderBy: [{ asOf: "desc" }, { recordedAt: "desc" }],
    select: { value: true },
  });
  return figure?.value.toString() ?? null;
}

const share = (part: number, whole: number): string | null => {
  if (whole === 0) return null;
  return toFixed(fraction(BigInt(part * 100), BigInt(whole)), 2).replace(/\.?0+$/, "");
};

async function milestonesOnTime(tx: Tx, projectId: string, now: Date): Promise<string | null> {
  const due = await tx.milestone.findMany({
    where: { projectId, OR: [{ plannedOn: { lte: now } }, { doneOn: { not: null } }] },
    select: { plannedOn: true, doneOn: true },
  });
  const inTime = due.filter((row) => row.doneOn !== null && row.doneOn <= row.plannedOn);
  return share(inTime.length, due.length);
}

async function reportsOnTime(tx: Tx, projectId: string, now: Date): Promise<string | null> {
  const due = await tx.periodicReport.findMany({
    where: {
      projectId,
      kind: "annual",
      OR: [{ dueAt: { lte: now } }, { submittedAt: { not: null } }],
    },
    select: { dueAt: true, submittedAt: true },
  });
  const inTime = due.filter((row) => row.submittedAt !== null && row.submittedAt <= row.dueAt);
  return share(inTime.length, due.length);
}
