import type { Actor } from "@/lib/access/actor";
import { isAllowed } from "@/lib/access/policy";
import { maySignFor } from "@/lib/approval/contract";
import type { Tx } from "@/lib/db/client";
import { type ProjectRecord, readProject } from "@/lib/project/load";
import { touchesOf } from "./change-rules";
import { opinionGivers } from "./load-child";
import { changeKinds, changePayload } from "./schema";
import { mayStep, offeredSteps } from "./steps";
import { supplementOf } from "./supplement";

/** The changes of a project, newest first, and whether this actor may ask for another; null outside the scope. */
export async function changesOf(tx: Tx, actor: Actor, projectId: string) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const rows = await tx.changeRequest.findMany({
    where: { projectId: project.id },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      kind: true,
      route: true,
      status: true,
      reason: true,
      payload: true,
      requestedById: true,
      requestedByName: true,
      requestedAt: true,
      districtOpinion: true,
      decidedByName: true,
      decidedAt: true,
      decisionReason: true,
      version: true,
    },
  });
  const givers = await opinionGivers(
    tx,
    project.id,
    rows.map(({ id }) => id),
  );
  const turns = await signingTurns(tx, project, rows);
  const mayRequest =
    project.state === "active" && isAllowed(mayStep(actor, project, "absorption.request-change"));
  return {
    mayRequest,
    changes: rows.map(({ requestedById, payload, ...row }) => ({
      ...row,
      touches: touchesOfRow(row.kind),
      payload: changePayload.safeParse(payload).data ?? {},
      actions: offeredSteps(actor, project, "change", {
        status: row.status,
        hands: [requestedById, ...(givers.get(row.id) ?? [])],
      }).filter(
        (name) =>
          name !== "absorption.sign-supplement" ||
          isAllowed(maySignFor(actor, project, turns.get(row.id) ?? "")),
      ),
    })),
  };
}

const touchesOfRow = (kind: string) => {
  const known = changeKinds.find((each) => each === kind);
  return known ? touchesOf(known) : [];
};

/** Whose turn it is to sign, for each change that waits for signatures. */
async function signingTurns(
  tx: Tx,
  project: ProjectRecord,
  rows: readonly { id: string; status: string }[],
): Promise<ReadonlyMap<string, string>> {
  const turns = new Map<string, string>();
  for (const { id, status } of rows) {
    if (status !== "signing") continue;
    const supplement = await supplementOf(tx, project, id);
    if (supplement?.turn) turns.set(id, supplement.turn);
  }
  return turns;
}

export type ChangesView = NonNullable<Awaited<ReturnType<typeof changesOf>>>;

/**
 * The line of the promise: each target with its value in every baseline version, and what made each
 * version (application, contract, registration, change). Null outside the actor's scope.
 */
export async function promiseOf(tx: Tx, actor: Actor, projectId: string) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const baselines = await tx.baseline.findMany({
    where: { projectId: project.id },
    orderBy: { version: "asc" },
    select: {
      id: true,
      version: true,
      cause: true,
      changeRequestId: true,
      frozenAt: true,
      targets: {
        orderBy: { position: "asc" },
        select: { indicatorCode: true, zh: true, en: true, unit: true, value: true, core: true },
      },
    },
  });
  const latest = baselines.at(-1)?.targets ?? [];
  const actual = await actualOf(tx, project.id);
  return {
    /** Whether an evaluation has put what was reached beside what was promised. */
    evaluated: actual.size > 0,
    versions: baselines.map(({ targets, ...version }) => version),
    targets: latest.map(({ value, ...target }) => ({
      ...target,
      value,
      actual: actual.get(target.indicatorCode) ?? null,
      values: baselines.map(({ version, targets }) => ({
        version,
        value: targets.find((row) => row.indicatorCode === target.indicatorCode)?.value ?? null,
      })),
    })),
  };
}

/** What was reached by indicator: the audited value once the latest evaluation is final, before that the unit's own. */
async function actualOf(tx: Tx, projectId: string): Promise<ReadonlyMap<string, string>> {
  const evaluation = await tx.evaluation.findFirst({
    where: { projectId, selfAt: { not: null } },
    orderBy: { round: "desc" },
    select: {
      finalAt: true,
      evaluationLines: { select: { indicatorCode: true, selfValue: true, auditedValue: true } },
    },
  });
  return new Map(
    (evaluation?.evaluationLines ?? []).flatMap(({ indicatorCode, selfValue, auditedValue }) => {
      const reached = evaluation?.finalAt ? (auditedValue ?? selfValue) : selfValue;
      return reached === null ? [] : [[indicatorCode, reached] as const];
    }),
  );
}

export type PromiseView = NonNullable<Awaited<ReturnType<typeof promiseOf>>>;
