import type { Actor } from "@/lib/access/actor";
import { isAllowed } from "@/lib/access/policy";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { mayStep, type StepName } from "./steps";

const kinds = ["suspension_proposal", "suspension_declined"];

/**
 * A proposal to suspend that waits for the manager, or why the project is suspended; null where
 * there is neither, and outside the scope. A waiting proposal is the officials' own.
 */
export async function suspensionOf(tx: Tx, actor: Actor, projectId: string) {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  if (project.state !== "active" && project.state !== "suspended") return null;
  const latest = await tx.opinion.findFirst({
    where: { projectId: project.id, kind: { in: kinds } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { kind: true, verdict: true, text: true, byName: true, at: true },
  });
  if (latest?.kind !== "suspension_proposal") return null;
  const { kind: _kind, verdict: cause, ...proposal } = latest;
  if (project.state === "suspended") {
    return { status: "suspended" as const, cause, ...proposal, actions: noSteps };
  }
  const officials = isAllowed(mayStep(actor, project, "absorption.propose-suspension"));
  const manager = isAllowed(mayStep(actor, project, "absorption.decline-suspension"));
  if ((!officials && !manager) || latest.at < project.stateSince) return null;
  const actions: readonly StepName[] = manager ? ["absorption.decline-suspension"] : noSteps;
  return { status: "proposed" as const, cause, ...proposal, actions };
}

const noSteps: readonly StepName[] = [];
