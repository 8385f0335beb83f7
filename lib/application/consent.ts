import { type Actor, holds } from "@/lib/access/actor";
import { mayAs, type Verdict } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import type { CommandContext } from "@/lib/kernel/command";
import { dueOf } from "@/lib/lifecycle/due";
import type { State } from "@/lib/lifecycle/states";
import { dueBasis } from "@/lib/project/advance";
import { cancelDuties, openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";

export const consentDuty = "application.consent_withdrawal";

/** States in which a withdrawal needs the officer's consent (domain.md §1.4, T19). */
export const consentStates = ["district_review", "formal_review", "expert_review"] as const;

/** Who consents where the project stands; null where the unit withdraws on its own. */
function consenting(state: State): readonly Role[] | null {
  if (state === "draft" || state === "returned") return null;
  return state === "district_review" ? ["district_officer"] : bureauRoles;
}

/**
 * The unit withdraws freely from draft and returned; elsewhere the body that holds the papers
 * consents; an overdue return is closed by the system. Pure.
 */
export function mayWithdraw(actor: Actor, project: ProjectRecord): Verdict {
  const roles = consenting(project.state);
  if (roles !== null) return mayAs(actor, project, roles);
  if (project.state === "returned" && holds(actor, "system")) return { as: "system" };
  return mayAs(actor, project, ["unit_admin"]);
}

/** Who may answer a request to withdraw. Pure. */
export function mayConsent(actor: Actor, project: ProjectRecord): Verdict {
  return mayAs(actor, project, consenting(project.state) ?? bureauRoles);
}

/** Puts the request on the desk of whoever consents; due like the state itself. */
export async function openConsentDuty(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
): Promise<void> {
  const role = consenting(project.state)?.[0] ?? "bureau_officer";
  await openDuty(tx, project, {
    kind: consentDuty,
    subject: { type: "project", id: project.id },
    holderRole: role,
    since: now,
    dueAt: dueOf("formal_review", now, await dueBasis(tx, project, now)) ?? project.dueAt,
  });
}

/** The request falls away once the project moves on, or when it was answered. */
export function dropConsentDuty(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  projectId: string,
): Promise<void> {
  return cancelDuties(tx, { projectId, kind: consentDuty }, now);
}
