import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { reportCutoff } from "./dates";
import { handsOfReport } from "./load-child";
import { factsAt, readContent } from "./report-content";
import { offeredSteps, type StepName } from "./steps";

const reportSelect = {
  id: true,
  period: true,
  status: true,
  dueAt: true,
  submittedAt: true,
  confirmedById: true,
  confirmedByName: true,
  confirmedAt: true,
  closedAt: true,
  returnedReason: true,
  version: true,
} as const;

/** The annual reports of a project, by year; null outside the actor's scope. */
export async function reportsOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const rows = await tx.periodicReport.findMany({
    where: { projectId: project.id, kind: "annual" },
    orderBy: { period: "asc" },
    select: reportSelect,
  });
  return rows.map(({ confirmedById, ...row }) => ({
    ...row,
    overdue: row.status === "open" && row.dueAt < now,
    actions: offeredSteps(actor, project, "report", {
      ...row,
      hands: handsOfReport({ confirmedById }),
    }),
  }));
}

export type ReportRow = NonNullable<Awaited<ReturnType<typeof reportsOf>>>[number];

/**
 * One annual report: the answers, and what Kehe knows from ledger, milestones and payments, as frozen at
 * submission or, before that, prefilled as of the cut-off. Null outside the actor's scope.
 */
export async function reportOf(
  tx: Tx,
  actor: Actor,
  target: { projectId: string; reportId: string },
  now: Date,
) {
  const project = await readProject(tx, actor, target.projectId);
  if (project === null) return null;
  const row = await tx.periodicReport.findFirst({
    where: { id: target.reportId, projectId: project.id, kind: "annual" },
    select: {
      ...reportSelect,
      content: true,
      contentHash: true,
      formVersion: { select: { code: true, version: true, title: true } },
    },
  });
  if (row === null) return null;
  const { content, confirmedById, ...report } = row;
  const stored = readContent(content);
  const cutoff = reportCutoff(row.period, await loadNumbers(tx, now));
  const frozen = row.status === "open" ? undefined : stored.facts;
  return {
    ...report,
    projectId: project.id,
    cutoff,
    overdue: row.status === "open" && row.dueAt < now,
    answers: {
      progress: stored.answers?.progress ?? "",
      problems: stored.answers?.problems ?? "",
      nextSteps: stored.answers?.nextSteps ?? "",
      results: stored.answers?.results ?? "",
      exchange: stored.answers?.exchange ?? "",
      spentAmount: stored.answers?.spentAmount ?? project.spentAmount.toFixed(2),
    },
    facts: frozen ?? (await factsAt(tx, project, cutoff)),
    actions: offeredSteps(actor, project, "report", {
      ...row,
      hands: handsOfReport({ confirmedById }),
    }),
  };
}

/** The mid-term checks of a project with their marks, the latest last; null outside the actor's scope. */
export async function midTermChecksOf(tx: Tx, actor: Actor, projectId: string) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const rows = await tx.midTermCheck.findMany({
    where: { projectId: project.id },
    orderBy: { dueAt: "asc" },
    select: {
      id: true,
      status: true,
      dueAt: true,
      content: true,
      result: true,
      opinion: true,
      checkedByName: true,
      checkedAt: true,
      version: true,
    },
  });
  const proposes =
    rows.at(-1)?.result === "fail" &&
    offeredSteps(actor, project, "project", { status: "" }).some((name) => name === proposal);
  return rows.map(({ content, ...row }, at) => ({
    ...row,
    ...readContent(content),
    actions: [
      ...offeredSteps(actor, project, "mid_term_check", row),
      ...(proposes && at === rows.length - 1 ? [proposal] : []),
    ],
  }));
}

/** A failed check can lead to a proposal to suspend, filled in from it (T21). */
const proposal = "absorption.propose-suspension" satisfies StepName;
