import type { Actor } from "@/lib/access/actor";
import { type Guarded, isAllowed, mayAs, type Verdict } from "@/lib/access/policy";
import { applicantRoles, bureauRoles, type Role } from "@/lib/access/roles";
import type { State } from "@/lib/lifecycle/states";
import { openChangeStatuses } from "@/lib/project/change-status";

/** What the steps of this room hang on. */
export type StepSubject =
  | "project"
  | "technology"
  | "link"
  | "milestone"
  | "report"
  | "change"
  | "tranche"
  | "payment"
  | "refund"
  | "mid_term_check"
  | "incentive_claim"
  | "record"
  | "person"
  | "merit_opinion";

interface StepRow {
  on: StepSubject;
  roles: readonly Role[];
  states: readonly State[];
  /** Statuses of the subject in which the step is possible; none asked for a project's own steps. */
  from: readonly string[];
  /** The actor may not be one of the subject's hands (four-eyes). */
  apart?: boolean;
}

const district: readonly Role[] = ["district_officer"];
const unitAdmin: readonly Role[] = ["unit_admin"];
const proving: readonly State[] = ["active", "acceptance_filing", "rectification"];
const checking: readonly State[] = [...proving, "suspended", "acceptance_review"];
/** A report handed in may still be on its way when the project has moved on. */
const reporting: readonly State[] = [...checking, "evaluation", "tracking"];
const signers: readonly Role[] = [...unitAdmin, ...district, ...bureauRoles];
const deciding: readonly State[] = ["active", "suspended"];
const paying: readonly State[] = [...proving, "acceptance_review", "evaluation", "tracking"];
const underPayment: readonly State[] = [...paying, "suspended", "terminated", "revoked"];
const refunding: readonly State[] = ["terminated", "revoked", "evaluation"];

const linkStatuses = ["open", "submitted", "returned", "closed"] as const;

const row = (
  on: StepSubject,
  roles: readonly Role[],
  states: readonly State[],
  from: readonly string[] = [],
): StepRow => ({ on, roles, states, from });

/** Every step on a child of a project in this room: who, in which state, from which status. */
export const steps = {
  "absorption.plan-technology": row("project", [...applicantRoles, ...bureauRoles], ["active"]),
  "absorption.report-spending": row("project", applicantRoles, checking),
  "absorption.request-change": row("project", unitAdmin, ["active"]),
  "absorption.propose-suspension": row("project", bureauRoles, ["active"]),
  "absorption.decline-suspension": row("project", ["manager"], ["active"]),
  "absorption.compute-refund": row("project", bureauRoles, ["terminated", "evaluation"]),
  "absorption.plan-mid-term": row("project", bureauRoles, deciding),

  "absorption.set-mastery": row("technology", applicantRoles, proving, ["open"]),
  "absorption.record-link-figures": row("link", applicantRoles, proving, ["open", "returned"]),
  "absorption.add-evidence": row("link", applicantRoles, proving, ["open", "returned"]),
  "absorption.submit-link": row("link", applicantRoles, proving, ["open", "returned"]),
  "absorption.confirm-link": row("link", district, checking, ["submitted"]),
  "absorption.return-link": row("link", district, checking, ["submitted"]),
  "absorption.reopen-link": row("link", bureauRoles, proving, ["closed"]),
  "absorption.complete-milestone": row("milestone", applicantRoles, proving, ["open"]),

  "absorption.request-merit-opinion": row("link", bureauRoles, checking, linkStatuses),
  "absorption.give-merit-opinion": row("merit_opinion", ["expert"], checking, ["requested"]),

  "absorption.record-right": row("project", applicantRoles, reporting),
  "absorption.record-training": row("project", applicantRoles, reporting),
  "absorption.record-registration": row("project", applicantRoles, reporting),
  "absorption.confirm-record": row("record", district, reporting, ["recorded"]),
  "absorption.return-record": row("record", district, reporting, ["recorded", "confirmed"]),
  "absorption.state-retention": row("person", applicantRoles, reporting, ["recorded", "confirmed"]),

  "absorption.save-report": row("report", applicantRoles, reporting, ["open"]),
  "absorption.submit-report": row("report", unitAdmin, reporting, ["open"]),
  "absorption.confirm-report": row("report", district, reporting, ["submitted"]),
  "absorption.return-report": row("report", [...district, ...bureauRoles], reporting, [
    "submitted",
    "district_confirmed",
  ]),
  "absorption.close-report": {
    ...row("report", bureauRoles, reporting, ["district_confirmed"]),
    apart: true,
  },

  "absorption.give-change-opinion": row("change", district, deciding, ["district_opinion"]),
  "absorption.approve-change": {
    ...row("change", bureauRoles, deciding, ["bureau_review"]),
    apart: true,
  },
  "absorption.reject-change": {
    ...row("change", bureauRoles, deciding, ["bureau_review"]),
    apart: true,
  },
  "absorption.withdraw-change": row("change", unitAdmin, deciding, openChangeStatuses),
  "absorption.sign-supplement": row("change", signers, deciding, ["signing"]),

  "absorption.issue-payment": row("tranche", bureauRoles, paying, ["planned"]),
  "absorption.pass-on-payment": row("payment", district, underPayment, ["issued"]),
  "absorption.confirm-receipt": row("payment", unitAdmin, underPayment, [
    "issued",
    "at_district_finance",
  ]),
  "absorption.hold-payment": row("payment", bureauRoles, underPayment, [
    "issued",
    "at_district_finance",
  ]),
  "absorption.release-payment": row("payment", bureauRoles, underPayment, ["held"]),
  "absorption.claim-incentive": row("link", unitAdmin, paying, ["closed"]),
  "absorption.withdraw-incentive": row("incentive_claim", unitAdmin, underPayment, ["claimed"]),
  "absorption.confirm-incentive": row("incentive_claim", bureauRoles, paying, ["claimed"]),
  "absorption.refuse-incentive": row("incentive_claim", bureauRoles, underPayment, ["claimed"]),
  "absorption.issue-incentive": {
    ...row("incentive_claim", bureauRoles, paying, ["confirmed"]),
    apart: true,
  },

  "absorption.notify-refund": row("refund", bureauRoles, refunding, ["computed"]),
  "absorption.record-refund-payment": row("refund", bureauRoles, refunding, ["notified"]),
  "absorption.hand-refund-to-enforcement": row("refund", bureauRoles, refunding, ["notified"]),

  "absorption.submit-mid-term": row("mid_term_check", unitAdmin, deciding, ["planned"]),
  "absorption.check-mid-term": row("mid_term_check", bureauRoles, deciding, ["self_report"]),
} as const satisfies Record<string, StepRow>;

export type StepName = keyof typeof steps;

/** The row of a step, widened to its general type. */
export const stepRow = (name: StepName): StepRow => steps[name];

/** What the policy looks at in the child of a project. */
export interface StepChild {
  status: string;
  /** Users who asked for or spoke on it, for four-eyes. */
  hands?: readonly string[];
  /** The one person whose it is, where it is a named person's. */
  only?: string;
}

/** The policy of a step: the role, and four-eyes where the step asks for it. */
export function mayStep(
  actor: Actor,
  project: Guarded,
  name: StepName,
  child: StepChild | null = null,
): Verdict {
  const step = stepRow(name);
  const verdict = mayAs(actor, project, step.roles);
  if (child?.only !== undefined && child.only !== actor.userId) return { refused: "wrong_role" };
  const own = step.apart === true && actor.userId !== null && child?.hands?.includes(actor.userId);
  return isAllowed(verdict) && own ? { refused: "four_eyes" } : verdict;
}

export const stepNames = Object.keys(steps).filter((name): name is StepName =>
  Object.hasOwn(steps, name),
);

/** The steps that this actor may take on a subject now, by policy, state and status. */
export function offeredSteps(
  actor: Actor,
  project: Guarded & { state: State },
  on: StepSubject,
  child: StepChild,
): StepName[] {
  return stepNames.filter((name) => {
    const step = stepRow(name);
    if (step.on !== on || !step.states.includes(project.state)) return false;
    if (step.from.length > 0 && !step.from.includes(child.status)) return false;
    return isAllowed(mayStep(actor, project, name, child));
  });
}
