import type { Actor } from "@/lib/access/actor";
import { holds } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { projectScope, seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { AcceptanceFacts } from "@/lib/lifecycle/facts";
import { loadFacts } from "@/lib/project/facts";
import { type ProjectRecord, readProject } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { acceptanceActions, evaluationActions, trackingActions } from "./actions";
import { executionValue, latestEvaluation, targetOf } from "./evaluation";
import { ownSeat, ownSignature, panelSeats, panelView } from "./panel/queries";
import { type Suggestion, suggestValues } from "./prefill";
import { type LineProof, proofsOf } from "./proofs";
import { proposalBasis } from "./proposal";
import { acceptanceRoute, needsSpecialAudit, numberOf, tally } from "./rules";
import { acceptanceRoutes, acceptanceVerdicts } from "./schema";

const acceptanceSelect = {
  id: true,
  route: true,
  status: true,
  round: true,
  content: true,
  contentHash: true,
  upperLevel: true,
  upperDocument: true,
  proposedResult: true,
  result: true,
  voteSummary: true,
  opinion: true,
  filedAt: true,
  districtConfirmedById: true,
  districtConfirmedAt: true,
  rectificationOrder: true,
  rectificationDueAt: true,
  rectificationReport: true,
  certificateNumber: true,
  concludedAt: true,
  version: true,
} as const satisfies Prisma.AcceptanceSelect;

/**
 * The acceptance of a project as its page shows it; null outside the scope or before it opened. The
 * experts are named (domain.md §1.6); how they voted is shown to the parties with the result, and to
 * an expert, before all have voted, only his own vote.
 */
export async function acceptanceOfProject(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const row = await tx.acceptance.findUnique({ where: { projectId }, select: acceptanceSelect });
  if (row === null) return null;
  const facts = (await loadFacts(tx, project, now)).acceptance;
  const sight = sightOf(actor, row.result, facts);
  const underReview = project.state === "acceptance_review";
  const seats = await panelSeats(tx, projectId, sight.votes ? null : actor.userId, now);
  const replaces = underReview && isAllowed(mayAs(actor, project, bureauRoles));
  const panel = await panelView(tx, projectId, row.round, sight);
  const votes = tally(
    seats
      .filter((seat) => seat.round === row.round)
      .flatMap((seat) => acceptanceVerdicts.find((each) => each === seat.verdict) ?? []),
  );
  const { proposedResult, voteSummary, opinion, districtConfirmedById: _, ...rest } = row;
  return {
    ...rest,
    /** What the bureau proposes is among the officials until the manager has issued it. */
    ...(sight.proposal
      ? { proposedResult, voteSummary, opinion }
      : { proposedResult: null, voteSummary: null, opinion: null }),
    votes: sight.votes ? votes : null,
    /** Votes, reached targets, the rule's verdict and causes, while the officials decide. */
    basis: sight.draw && underReview ? await proposalBasis({ tx, now }, project, row, []) : null,
    routeBasis: await routeBasis(tx, project, row.route, now),
    /** Whether D24 must be a special audit rather than the unit's own final account. */
    specialAudit: needsSpecialAudit(
      { grant: project.grantAmount.toFixed(2), lightProfile: project.lightProfile },
      acceptanceRoutes.find((route) => route === row.route) ?? "meeting",
      await loadNumbers(tx, now),
    ),
    seats: seats.map(({ free, ...seat }) => ({
      ...seat,
      actions: free && replaces ? ["approval.replace-expert"] : [],
    })),
    panel,
    notes: await openNotes(tx, row.id),
    actions: acceptanceActions(
      actor,
      project,
      {
        upperLevel: row.upperLevel,
        panel: panel && {
          ...panel,
          led: panel.leaderId !== null && panel.leaderId === actor.userId,
        },
        votesMissing: facts?.votesMissing ?? 0,
        proposed: row.proposedResult !== null,
      },
      now,
    ),
    ownSeat: ownSeat(actor, seats, row.round),
    ownSignature:
      row.proposedResult === null && underReview ? ownSignature(actor, seats, panel) : null,
  };
}

/** What the rule of the route is held against (domain.md §1.6); amounts in yuan. */
async function routeBasis(tx: Tx, project: ProjectRecord, route: string, now: Date) {
  const numbers = await loadNumbers(tx, now);
  const { lightProfile } = project;
  const grant = project.grantAmount.toFixed(2);
  return {
    grant,
    lightProfile,
    below: String(numberOf(numbers, "written_acceptance_below")),
    byRule: acceptanceRoute({ grant, lightProfile }, numbers) === route,
  };
}

/**
 * What of a panel's work the actor sees: the officials all; its members one another's votes once all
 * have voted; the parties everything but the draw with the result.
 */
function sightOf(actor: Actor, result: string | null, facts: AcceptanceFacts | null) {
  const official = holds(actor, "bureau_officer", "division_head", "manager", "auditor");
  const proposal = official || result !== null;
  const member = seesOnlyAsExpert(actor);
  const allVoted = facts !== null && facts.votes > 0 && facts.votesMissing === 0;
  return {
    draw: official,
    proposal,
    opinion: proposal || member,
    votes: proposal || (member && allVoted),
  };
}

const openNotes = (tx: Tx, subjectId: string) =>
  tx.returnNote.findMany({
    where: { subjectId, resolvedAt: null },
    orderBy: { at: "asc" },
    select: { id: true, field: true, reason: true, byName: true, byRole: true, at: true },
  });

export interface EvaluationFormLine {
  indicatorCode: string;
  level1: string;
  level2: string;
  zh: string;
  en: string;
  kind: string;
  unit: string;
  core: boolean;
  dimensions: string[];
  target: string;
  weight: string;
  /** Computed from the money; not to be typed. */
  computed: boolean;
  selfValue: string | null;
  selfScore: string | null;
  auditedValue: string | null;
  score: string | null;
  notApplicable: boolean;
  deductionPercent: number;
  deductionReason: string | null;
  cause: string | null;
  reason: string | null;
  improvement: string | null;
  formulaVersion: number;
  baselineVersion: number;
  suggestion: Suggestion | null;
  proofs: LineProof[];
  /** A value is stated, and nothing on record shows it. */
  unproven: boolean;
}

/**
 * The latest evaluation with its lines, prefilled with what Kehe knows; null outside the scope or
 * before it opened. What the bureau audited is the officials' until the grade is final.
 */
export async function evaluationForm(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  const evaluation = await latestEvaluation(tx, projectId);
  if (evaluation === null) return null;
  const suggestions = await suggestValues(tx, project, now);
  const proofs = await proofsOf(tx, evaluation.id);
  const audited = seesAudit(actor, evaluation.status);
  const lines = evaluation.evaluationLines.map((line): EvaluationFormLine => {
    const target = targetOf(line);
    const computed = target.kind === "budget_execution";
    return {
      indicatorCode: line.indicatorCode,
      level1: target.level1,
      level2: target.level2,
      zh: target.zh,
      en: target.en,
      kind: target.kind,
      unit: target.unit,
      core: target.core,
      dimensions: target.dimensions,
      target: line.targetValue,
      weight: line.weight.toFixed(2),
      computed,
      selfValue: computed ? executionValue(evaluation) : line.selfValue,
      selfScore: line.selfScore?.toFixed(2) ?? null,
      auditedValue: audited ? line.auditedValue : null,
      score: audited ? (line.score?.toFixed(2) ?? null) : null,
      notApplicable: line.notApplicable,
      deductionPercent: audited ? line.deductionPercent : 0,
      deductionReason: audited ? line.deductionReason : null,
      cause: line.causeCode,
      reason: line.reason,
      improvement: line.improvement,
      formulaVersion: line.formulaVersion,
      baselineVersion: line.baselineVersion,
      suggestion: suggestions.get(line.indicatorCode) ?? null,
      proofs: proofs.get(line.id) ?? [],
      unproven: !computed && !line.notApplicable && line.selfValue !== null && !proofs.has(line.id),
    };
  });
  return {
    id: evaluation.id,
    round: evaluation.round,
    status: evaluation.status,
    /** The lines belong to the acceptance file; the evaluation itself has not begun. */
    filing: filingStates.has(project.state),
    version: evaluation.version,
    budget: evaluation.budget.toFixed(2),
    spent: evaluation.spent.toFixed(2),
    formulaVersion: evaluation.formulaVersion,
    baselineVersion: evaluation.baselineVersion,
    selfTotal: evaluation.selfTotal?.toFixed(2) ?? null,
    total: audited ? (evaluation.total?.toFixed(2) ?? null) : null,
    grade: audited ? evaluation.grade : null,
    opinion: audited ? evaluation.opinion : null,
    rule: evaluation.stored.rule,
    lines,
    notes: await openNotes(tx, evaluation.id),
    actions: evaluationActions(actor, project, evaluation, now),
  };
}

const filingStates: ReadonlySet<string> = new Set([
  "acceptance_filing",
  "acceptance_review",
  "rectification",
]);

const seesAudit = (actor: Actor, status: string): boolean =>
  status === "final" || holds(actor, "bureau_officer", "division_head", "manager", "auditor");

/** The follow-up reports of a project, with what the actor can do on each; null outside the scope. */
export async function trackingReports(tx: Tx, actor: Actor, projectId: string) {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  const rows = await tx.periodicReport.findMany({
    where: { project: { AND: [{ id: projectId }, projectScope(actor)] }, kind: "tracking" },
    orderBy: { period: "asc" },
    select: {
      id: true,
      period: true,
      status: true,
      content: true,
      dueAt: true,
      submittedAt: true,
      confirmedById: true,
      confirmedByName: true,
      confirmedAt: true,
      closedAt: true,
      returnedReason: true,
      version: true,
    },
  });
  return rows.map(({ confirmedById, ...row }) => ({
    ...row,
    actions: trackingActions(actor, project, { ...row, confirmedById }),
  }));
}
