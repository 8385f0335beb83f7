import type { CommandContext } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { endOfShanghaiDay, shanghaiDate } from "@/lib/kernel/working-days";
import type { State } from "@/lib/lifecycle/states";
import { guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import type { UndertakingPlan } from "@/lib/project/plan";
import { loadNumbers } from "@/lib/reference/settings";
import { midTermDueAt, numberOf, storedDay, termExceeds } from "./dates";
import { openLinkDuty } from "./ledger-duties";
import { hasLedger } from "./links";
import { addTechnologies } from "./plan-ledger";
import { openNextReport, planReports, stillRuns } from "./report-rows";

type StartContext = Pick<CommandContext, "tx" | "now" | "actor">;
type StartedProject = ProjectRecord & { startsOn: Date | null; endsOn: Date | null };

/** States in which the ledger, the milestones and the money still wait for somebody. */
const underWay: ReadonlySet<State> = new Set(["contracting", "active", "suspended"]);

/**
 * Begins absorption from what the project undertakes: technologies with their ledger links,
 * milestones, tranches, the annual reports' rows and, where needed, the mid-term check, each with
 * the duty of whoever is first (domain.md §1.5, §2). `project.state` is the state before T17 or the
 * state in which T00 puts it; a project past absorption gets its rows without duties. `asOf` is the
 * day from which reports are owed, otherwise now. Throws 409 where no ledger template is published.
 */
export async function startAbsorption(
  context: StartContext,
  project: StartedProject,
  plan: UndertakingPlan,
  opts: { contractVersion: number; asOf?: Date },
): Promise<void> {
  const asOf = opts.asOf ?? context.now;
  const live = underWay.has(project.state);
  if (plan.technologies.length > 0 && hasLedger(project.cooperationMode)) {
    const firstLinks = await addTechnologies(context, project, plan.technologies);
    if (live) {
      for (const link of firstLinks) await openLinkDuty(context, project, link);
    }
  }
  await addMilestones(context, project, plan.milestones, live);
  await addTranches(context, project, plan.tranches, opts.contractVersion, live);
  if (stillRuns.has(project.state)) {
    await planReports(context, project, asOf);
    await openNextReport(context, project);
  }
  if (live) await planMidTerm(context, project);
}

async function addMilestones(
  { tx, now }: StartContext,
  project: StartedProject,
  milestones: UndertakingPlan["milestones"],
  live: boolean,
): Promise<void> {
  const rows = milestones.map((milestone) => ({
    id: newId(),
    ...guardedBy(project),
    name: milestone.name,
    plannedOn: storedDay(milestone.plannedOn),
  }));
  await tx.milestone.createMany({ data: rows });
  if (!live) return;
  for (const [index, row] of rows.entries()) {
    const plannedOn = milestones[index]?.plannedOn;
    if (plannedOn === undefined) continue;
    await openDuty(tx, project, {
      kind: "absorption.milestone",
      subject: { type: "milestone", id: row.id },
      holderRole: "filler",
      since: now,
      dueAt: endOfShanghaiDay(plannedOn),
      params: { name: row.name },
    });
  }
}

async function addTranches(
  { tx, now }: StartContext,
  project: StartedProject,
  tranches: UndertakingPlan["tranches"],
  contractVersion: number,
  live: boolean,
): Promise<void> {
  const rows = tranches.map((tranche, index) => ({
    id: newId(),
    ...guardedBy(project),
    seq: index + 1,
    condition: tranche.condition,
    amount: tranche.amount,
    plannedOn: tranche.plannedOn === null ? null : storedDay(tranche.plannedOn),
    gate: tranche.gate ?? "none",
    retention: tranche.retention ?? false,
    contractVersion,
  }));
  await tx.tranche.createMany({ data: rows });
  if (!live) return;
  for (const [index, row] of rows.entries()) {
    const plannedOn = tranches[index]?.plannedOn ?? null;
    if (plannedOn === null) continue;
    await openDuty(tx, project, {
      kind: "absorption.issue_payment",
      subject: { type: "tranche", id: row.id },
      holderRole: "bureau_officer",
      since: now,
      dueAt: endOfShanghaiDay(plannedOn),
      params: { seq: row.seq },
    });
  }
}

/** Needed for a term over a year and a grant from the threshold on; the light profile has none. */
async function planMidTerm({ tx, now }: StartContext, project: StartedProject): Promise<void> {
  if (project.lightProfile || project.startsOn === null || project.endsOn === null) return;
  const numbers = await loadNumbers(tx, now);
  const months = numberOf(numbers, "mid_term_over_months");
  if (!termExceeds(project.startsOn, project.endsOn, months)) return;
  if (project.grantAmount.lt(numberOf(numbers, "mid_term_grant_threshold"))) return;
  const dueAt = midTermDueAt(project.startsOn, project.endsOn);
  await addMidTerm({ tx, now }, project, dueAt < now ? inAMonth(now) : dueAt);
}

/** A project that came in past its middle is checked soon, but not late from its first day. */
const inAMonth = (now: Date): Date =>
  endOfShanghaiDay(shanghaiDate(new Date(now.getTime() + 30 * 86_400_000)));

/** Plans a mid-term check with the unit's duty. Answers its id. */
export async function addMidTerm(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  dueAt: Date,
): Promise<string> {
  const id = newId();
  const open = await tx.midTermCheck.count({
    where: { projectId: project.id, status: { notIn: ["checked", "cancelled"] } },
  });
  if (open > 0) throw conflict("mid_term_open");
  await tx.midTermCheck.create({
    data: { id, ...guardedBy(project), dueAt },
    select: { id: true },
  });
  await openDuty(tx, project, {
    kind: "absorption.mid_term_check",
    subject: { type: "mid_term_check", id },
    holderRole: "unit_admin",
    since: now,
    dueAt,
  });
  return id;
}
