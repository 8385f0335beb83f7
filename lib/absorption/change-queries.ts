import type { Actor } from "@/lib/access/actor";
import { isAllowed } from "@/lib/access/policy";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { opinionGivers } from "./load-child";
import { changePayload } from "./schema";
import { mayStep, offeredSteps } from "./steps";

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
  const mayRequest =
    project.state === "active" && isAllowed(mayStep(actor, project, "absorption.request-change"));
  return {
    mayRequest,
    changes: rows.map(({ requestedById, payload, ...row }) => ({
      ...row,
      payload: changePayload.safeParse(payload).data ?? {},
      actions: offeredSteps(actor, project, "change", {
        status: row.status,
        hands: [requestedById, ...(givers.get(row.id) ?? [])],
      }),
    })),
  };
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
  return {
    versions: baselines.map(({ targets, ...version }) => version),
    targets: latest.map(({ value, ...target }) => ({
      ...target,
      value,
      values: baselines.map(({ version, targets }) => ({
        version,
        value: targets.find((row) => row.indicatorCode === target.indicatorCode)?.value ?? null,
      })),
    })),
  };
}

export type PromiseView = NonNullable<Awaited<ReturnType<typeof promiseOf>>>;
