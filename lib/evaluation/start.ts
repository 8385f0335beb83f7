import type { CommandContext } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { wanYuanField } from "@/lib/kernel/money";
import { dayText } from "@/lib/lifecycle/due";
import type { SubStatus } from "@/lib/lifecycle/states";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { budgetOf } from "./baseline";
import { type LoadedEvaluation, latestEvaluation, writeEvaluation } from "./evaluation";
import { ruleFor } from "./rule-definition";
import { acceptanceRoute } from "./rules";
import type { AcceptanceResult } from "./schema";
import { inWanYuan, scoredIndicator, type TargetRow, targetSelect } from "./scored";
import type { ScoringRule } from "./scoring/rule";
import { weightProblems } from "./scoring/weights";
import { newSeed } from "./seed";
import { openTracking } from "./tracking";

type Context = Pick<CommandContext, "tx" | "now">;

/** Opens a project's acceptance with the route that the rule gives; answers its id. */
export async function openAcceptance({ tx, now }: Context, project: ProjectRecord) {
  const found = await tx.acceptance.findUnique({
    where: { projectId: project.id },
    select: { id: true, route: true },
  });
  if (found) return found;
  const numbers = await loadNumbers(tx, now);
  const grant = { grant: project.grantAmount.toFixed(2), lightProfile: project.lightProfile };
  return tx.acceptance.create({
    data: { id: newId(), ...guardedBy(project), route: acceptanceRoute(grant, numbers) },
    select: { id: true, route: true },
  });
}

/**
 * Opens the next round of evaluation on the last approved baseline: one line for each of its targets,
 * with formula and baseline version. Budget and spending are the project's. 409 without a baseline,
 * or where its weights don't add up by the rule (domain.md §3.2).
 */
export async function openEvaluation({ tx, now }: Context, project: ProjectRecord) {
  const baseline = await tx.baseline.findFirst({
    where: { projectId: project.id },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      indicatorSetId: true,
      targets: { orderBy: { position: "asc" }, select: targetSelect },
    },
  });
  if (baseline === null) throw conflict("baseline_missing");
  const stored = await ruleFor(tx, project, now);
  requireWeights(stored.rule, baseline.targets);
  const last = await tx.evaluation.aggregate({
    where: { projectId: project.id },
    _max: { round: true },
  });
  const id = newId();
  const spent = project.spentAmount;
  const budget = budgetOf(project);
  await tx.evaluation.create({
    data: {
      id,
      ...guardedBy(project),
      round: (last._max.round ?? 0) + 1,
      baselineId: baseline.id,
      baselineVersion: baseline.version,
      evaluationRuleId: stored.id,
      formulaVersion: stored.rule.version,
      reverseVariant: stored.rule.reverse,
      indicatorSetId: baseline.indicatorSetId,
      budget,
      spent,
      seed: newSeed(),
    },
    select: { id: true },
  });
  await tx.evaluationLine.createMany({
    data: baseline.targets.map((target) => ({
      id: newId(),
      ...guardedBy(project),
      evaluationId: id,
      targetId: target.id,
      indicatorCode: target.indicatorCode,
      position: target.position,
      targetValue: target.kind === "budget_execution" ? wanYuanField(budget) : target.value,
      weight: target.weight,
      selfValue: target.kind === "budget_execution" ? inWanYuan(spent) : null,
      formulaVersion: stored.rule.version,
      baselineVersion: baseline.version,
    })),
  });
  return id;
}

/**
 * The sheet that the unit fills in with its acceptance file: the evaluation's lines, opened with the
 * acceptance or now. Null where no baseline can be scored; the result's issue then says why (T30).
 */
export async function filingSheet(
  context: Context,
  project: ProjectRecord,
): Promise<LoadedEvaluation | null> {
  const found = await latestEvaluation(context.tx, project.id);
  if (found !== null || !(await canBeScored(context, project))) return found;
  await openEvaluation(context, project);
  return latestEvaluation(context.tx, project.id);
}

async function canBeScored({ tx, now }: Context, project: ProjectRecord): Promise<boolean> {
  const targets = await tx.target.findMany({
    where: { baseline: { projectId: project.id } },
    orderBy: [{ baseline: { version: "desc" } }, { position: "asc" }],
    select: { ...targetSelect, baselineId: true },
  });
  const last = targets.filter(({ baselineId }) => baselineId === targets[0]?.baselineId);
  if (last.length === 0) return false;
  const { rule } = await ruleFor(tx, project, now);
  return (
    weightProblems(
      rule,
      last.map((target) => scoredIndicator(target)),
    ).length === 0
  );
}

/**
 * The performance evaluation begins (T30, T31): on the sheet that came with the acceptance file it is the
 * bureau's turn at once; where none did, the unit fills one in.
 */
export async function beginEvaluation(
  context: Context,
  project: ProjectRecord,
): Promise<SubStatus> {
  const filed = await latestEvaluation(context.tx, project.id);
  if (filed === null) await openEvaluation(context, project);
  else if (filed.status === "self") {
    // Opened with the acceptance, and no file came: the spending is what was reported since.
    await writeEvaluation(context.tx, filed, { spent: project.spentAmount });
  }
  return filed?.status === "submitted" ? "with_bureau" : "with_unit";
}

/** Refuses (409) weights that don't sum: a score on them would mean nothing. */
function requireWeights(rule: ScoringRule, targets: readonly TargetRow[]): void {
  const [first] = weightProblems(
    rule,
    targets.map((target) => scoredIndicator(target)),
  );
  if (first === undefined) return;
  const { key = "", expected = "", actual = "", indicator = "" } = first.params;
  throw conflict("weights_dont_sum", { at: key || indicator, expected, actual });
}

/** What is known of a result that somebody else has decided. */
export interface RecordedAcceptance {
  result: AcceptanceResult;
  documentNumber: string;
  /** 'YYYY-MM-DD' */
  decidedOn: string;
}

/**
 * Gives a registered project (T00) the rows that its state needs in this stage: an acceptance, an
 * evaluation to fill, follow-up reports. `project.state` is the state in which it stands; other
 * states need nothing. Call it after the baseline is frozen.
 */
export async function enterEvaluationStage(
  context: Pick<CommandContext, "tx" | "now" | "actor">,
  project: ProjectRecord,
  recorded: RecordedAcceptance | null,
): Promise<void> {
  const stands = ["acceptance_filing", "acceptance_review", "rectification"];
  const beyond = ["evaluation", "tracking"];
  if (![...stands, ...beyond].includes(project.state)) return;
  const { id } = await openAcceptance(context, project);
  if (project.state === "acceptance_filing") await filingSheet(context, project);
  if (recorded) await recordAcceptance(context, id, recorded, beyond.includes(project.state));
  if (project.state === "evaluation") await openEvaluation(context, project);
  if (project.state === "tracking") await openTracking(context, project);
}

async function recordAcceptance(
  { tx }: Context,
  id: string,
  recorded: RecordedAcceptance,
  concluded: boolean,
): Promise<void> {
  const decidedAt = new Date(recorded.decidedOn);
  await tx.acceptance.update({
    where: { id },
    data: {
      upperLevel: true,
      upperDocument: recorded.documentNumber,
      proposedResult: recorded.result,
      voteSummary: { decidedOn: dayText(decidedAt) },
      ...(concluded
        ? { status: "concluded", result: recorded.result, concludedAt: decidedAt }
        : {}),
    },
    select: { id: true },
  });
}
