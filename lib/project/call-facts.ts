import { proposalGaps } from "@/lib/application/rules";
import { isOpen } from "@/lib/calls/rules";
import type { Tx } from "@/lib/db/client";
import { hasLimit } from "@/lib/evaluation/consequences/limit";
import { indicatorSources } from "@/lib/evaluation/indicator-sources";
import { shanghaiDate } from "@/lib/kernel/working-days";
import type { ProjectFacts } from "@/lib/lifecycle/facts";
import { areSimilar } from "@/lib/project/similar";
import { usccProblem } from "@/lib/reference/uscc";
import type { ProjectRecord } from "./load";

/** What the guards of application and decision ask: window, limits, bans, completeness, duplicates. */
export async function callFacts(
  tx: Tx,
  project: ProjectRecord,
  now: Date,
): Promise<Partial<ProjectFacts>> {
  const unit = await tx.unit.findUniqueOrThrow({
    where: { id: project.unitId },
    select: { uscc: true },
  });
  const latest = await tx.proposal.findFirst({
    where: { projectId: project.id },
    orderBy: { version: "desc" },
    select: { content: true },
  });
  return {
    creditCodeValid: usccProblem(unit.uscc) === null,
    openBan: await hasOpenBan(tx, project.unitId, now),
    limitInForce: project.state === "draft" && (await hasLimit(tx, project.unitId, now)),
    proposalGaps: proposalGaps(
      latest?.content ?? {},
      await indicatorSources(tx, project.indicatorSetId),
    ),
    unresolvedDuplicate: project.state === "decision" && (await hasDuplicate(tx, project)),
    ...(project.callId ? await windowFacts(tx, project, project.callId, now) : {}),
  };
}

/** A ban in force against the unit today (domain.md §1.5, integrity case). */
export async function hasOpenBan(tx: Tx, unitId: string, now: Date): Promise<boolean> {
  const today = new Date(shanghaiDate(now));
  const found = await tx.integrityCase.findFirst({
    where: {
      unitId,
      status: "in_force",
      banFrom: { lte: today },
      OR: [{ banTo: null }, { banTo: { gte: today } }],
    },
    select: { id: true },
  });
  return found !== null;
}

async function windowFacts(tx: Tx, project: ProjectRecord, callId: string, now: Date) {
  const call = await tx.call.findUniqueOrThrow({
    where: { id: callId },
    select: {
      status: true,
      opensAt: true,
      closesAt: true,
      maxPerUnit: true,
      extensions: { where: { unitId: project.unitId }, select: { closesAt: true } },
      quotas: { where: { districtId: project.districtId }, select: { quota: true } },
    },
  });
  const quota = call.quotas[0]?.quota;
  return {
    windowOpen: isOpen(call, call.extensions[0] ?? null, now),
    unitLimitReached: (await submittedByUnit(tx, project, callId)) >= call.maxPerUnit,
    districtQuotaReached:
      quota !== undefined && (await recommendedByDistrict(tx, project, callId)) >= quota,
  };
}

function submittedByUnit(tx: Tx, project: ProjectRecord, callId: string): Promise<number> {
  return tx.project.count({
    where: {
      callId,
      unitId: project.unitId,
      id: { not: project.id },
      state: { notIn: ["draft", "withdrawn", "not_approved"] },
    },
  });
}

function recommendedByDistrict(tx: Tx, project: ProjectRecord, callId: string): Promise<number> {
  return tx.project.count({
    where: {
      callId,
      districtId: project.districtId,
      id: { not: project.id },
      opinions: { some: { kind: "district_recommendation", verdict: "recommended" } },
    },
  });
}

/** Ended before it began: such a project can't be financed twice. */
const neverFinanced = ["draft", "withdrawn", "not_approved"];

/**
 * Another live project with a like title, not yet cleared by an officer (查重): the same title
 * anywhere, or a similar one among projects of the same country and industry.
 */
async function hasDuplicate(tx: Tx, project: ProjectRecord): Promise<boolean> {
  const cleared = await tx.opinion.findFirst({
    where: { projectId: project.id, kind: "duplicate_check", verdict: "cleared" },
    select: { id: true },
  });
  if (cleared) return false;
  const others = await tx.project.findMany({
    where: {
      id: { not: project.id },
      state: { notIn: neverFinanced },
      OR: [
        { title: project.title },
        { countryCode: project.countryCode, industryCode: project.industryCode },
      ],
    },
    orderBy: { updatedAt: "desc" },
    take: 1000,
    select: { title: true },
  });
  return others.some(({ title }) => areSimilar(title, project.title));
}
