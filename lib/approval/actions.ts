import type { Actor } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import type { State } from "@/lib/lifecycle/states";
import { readProject } from "@/lib/project/load";
import { maySignFor, partyToSign, pendingContract } from "./contract";

interface Offer {
  name: string;
  states: readonly State[];
  roles: readonly Role[];
}

const offers: readonly Offer[] = [
  { name: "approval.form-panel", states: ["formal_review", "decision"], roles: bureauRoles },
  { name: "approval.record-duplicate-check", states: ["decision"], roles: bureauRoles },
  { name: "approval.remind-signing", states: ["contracting"], roles: bureauRoles },
  {
    name: "approval.request-giving-up",
    states: ["decision", "publicity", "contracting"],
    roles: ["unit_admin"],
  },
];

/** The commands of this room, beside the transitions, that this actor can use on a project now. */
export async function approvalActions(tx: Tx, actor: Actor, projectId: string): Promise<string[]> {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return [];
  const waiting = await tx.panel.count({
    where: { projectId, purpose: "review", closedAt: null },
  });
  const done = new Set([
    ...(waiting > 0 ? ["approval.form-panel"] : []),
    ...(project.consentPending === null ? [] : ["approval.request-giving-up"]),
  ]);
  const names = offers
    .filter(({ name }) => !done.has(name))
    .filter(
      ({ states, roles }) =>
        states.includes(project.state) && isAllowed(mayAs(actor, project, roles)),
    )
    .map(({ name }) => name);
  if (project.state !== "contracting") return names;
  return [...(await contractSteps(tx, actor, project)), ...names];
}

/** Drafting lies with the unit and the bureau; signing and returning with whose turn it is. */
async function contractSteps(
  tx: Tx,
  actor: Actor,
  project: NonNullable<Awaited<ReturnType<typeof readProject>>>,
): Promise<string[]> {
  const contract = await pendingContract(tx, project.id);
  const party = partyToSign(project);
  const signs = isAllowed(maySignFor(actor, project, party));
  const signed = contract?.signatures.some((signature) => signature.party === party) ?? false;
  const drafts = isAllowed(mayAs(actor, project, ["filler", "unit_admin", ...bureauRoles]));
  const withUnit = (project.subStatus ?? "with_unit") === "with_unit";
  return [
    ...(contract && signs && !signed ? ["approval.sign-contract"] : []),
    ...(drafts && withUnit ? ["approval.draft-contract"] : []),
    ...(contract && signs && party !== "unit" ? ["approval.return-contract"] : []),
  ];
}
