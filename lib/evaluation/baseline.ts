import type { CommandContext } from "@/lib/kernel/command";
import { type FieldProblems, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { wanYuanField } from "@/lib/kernel/money";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import type { TargetPlan } from "@/lib/project/plan";
import { type TargetSource, targetProblems, targetValue } from "./targets";

export interface BaselineRequest {
  cause: "application" | "contract" | "registration" | "change";
  changeRequestId?: string;
  indicatorSetId: string;
  targets: readonly TargetPlan[];
}

type BaselineProject = Pick<
  ProjectRecord,
  "id" | "unitId" | "districtId" | "budgetTotal" | "adjustedBudget"
>;

/**
 * Freezes a project's targets as its next baseline version: 0 for the application, from 1 on for
 * contract, registration and approved changes. Indicators of the set that nobody set a target for
 * get their default; where that is the project's own budget, its adjusted budget in 万元. Unknown or
 * repeated indicators and values that are no figures are refused on their field (422).
 */
export async function freezeBaseline(
  context: Pick<CommandContext, "tx" | "now" | "actor">,
  project: BaselineProject,
  request: BaselineRequest,
): Promise<{ id: string; version: number }> {
  const { tx, now, actor } = context;
  if (actor.userId === null) throw new Error("a baseline is frozen by a person");
  const indicators = await tx.indicator.findMany({
    where: { indicatorSetId: request.indicatorSetId },
    orderBy: { position: "asc" },
    select: indicatorSelect,
  });
  if (indicators.length === 0) throw notFound("indicator_set_not_found");
  refuseWrongTargets(indicators, request.targets);
  const baseline = { id: newId(), version: await nextVersion(context, project.id, request.cause) };
  await tx.baseline.create({
    data: {
      ...baseline,
      ...guardedBy(project),
      cause: request.cause,
      changeRequestId: request.changeRequestId ?? null,
      indicatorSetId: request.indicatorSetId,
      frozenAt: now,
      frozenById: actor.userId,
    },
    select: { id: true },
  });
  const planned = new Map(request.targets.map((target) => [target.indicatorCode, target]));
  const budget = wanYuanField(budgetOf(project));
  await tx.target.createMany({
    data: indicators.map(({ code, defaultTarget, ...copied }) => ({
      id: newId(),
      ...guardedBy(project),
      ...copied,
      baselineId: baseline.id,
      indicatorCode: code,
      value: targetValue({ code, defaultTarget, kind: copied.kind }, planned.get(code), budget),
      core: planned.get(code)?.core ?? false,
    })),
  });
  return baseline;
}

/** The budget that counts, in yuan: the adjusted one where there is one. */
export function budgetOf(project: Pick<ProjectRecord, "budgetTotal" | "adjustedBudget">): string {
  const budget = project.adjustedBudget.isZero() ? project.budgetTotal : project.adjustedBudget;
  return budget.toFixed(2);
}

const indicatorSelect = {
  code: true,
  position: true,
  level1: true,
  level2: true,
  zh: true,
  en: true,
  kind: true,
  unit: true,
  direction: true,
  weight: true,
  defaultTarget: true,
  dimensions: true,
} as const;

/** An application that is submitted again replaces its targets; what was agreed later never is. */
async function nextVersion(
  { tx }: Pick<CommandContext, "tx">,
  projectId: string,
  cause: BaselineRequest["cause"],
): Promise<number> {
  if (cause === "application") {
    const earlier = { projectId, version: 0 };
    await tx.target.deleteMany({ where: { baseline: earlier } });
    await tx.baseline.deleteMany({ where: earlier });
    return 0;
  }
  const last = await tx.baseline.findFirst({
    where: { projectId },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  return (last?.version ?? 0) + 1;
}

function refuseWrongTargets(
  indicators: readonly TargetSource[],
  targets: readonly TargetPlan[],
): void {
  const fields: FieldProblems = {};
  for (const { at, field, code } of targetProblems(indicators, targets)) {
    fields[`targets.${at}.${field}`] = [{ code }];
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
