import type { Role } from "@/lib/access/roles";
import { isState, type State } from "@/lib/lifecycle/states";

/**
 * The transitions as domain.md §1.4 states them, written by hand. Nothing here may be derived from the
 * program's own table: a wrong row can't prove itself.
 */
export interface ExpectedTransition {
  id: string;
  command: string;
  from: readonly State[];
  to: State | "where_it_stands";
  roles: readonly Role[];
  /** Where who may act depends on the state. */
  rolesIn?: Partial<Record<State, readonly Role[]>>;
  /** The actor may not have filled or confirmed the same file. */
  fourEyes?: true;
}

const officers: readonly Role[] = ["bureau_officer", "division_head"];
const applicants: readonly Role[] = ["filler", "unit_admin"];

type Short = readonly [
  id: string,
  command: string,
  from: string,
  to: ExpectedTransition["to"],
  roles: readonly Role[],
  rest?: Pick<ExpectedTransition, "rolesIn" | "fourEyes">,
];

const fourEyes = { fourEyes: true } as const;

const rows: readonly Short[] = [
  ["T00", "application.confirm-registration", "", "where_it_stands", officers, fourEyes],
  ["T01", "application.submit", "draft", "district_review", ["unit_admin"]],
  ["T02", "application.recall-submission", "district_review", "draft", applicants],
  ["T03", "application.return-for-amendment", "district_review", "returned", ["district_officer"]],
  ["T04", "application.resubmit", "returned", "district_review", ["unit_admin"]],
  [
    "T05",
    "application.recommend",
    "district_review",
    "formal_review",
    ["district_officer"],
    fourEyes,
  ],
  [
    "T06",
    "application.decline-recommendation",
    "district_review",
    "not_approved",
    ["district_officer"],
  ],
  ["T07", "application.request-supplement", "formal_review", "returned", officers],
  ["T08", "application.submit-supplement", "returned", "formal_review", ["unit_admin"]],
  ["T09", "application.pass-formal-review", "formal_review", "expert_review", officers, fourEyes],
  ["T10", "application.reject-formally", "formal_review", "not_approved", officers],
  ["T11", "approval.conclude-review", "expert_review", "decision", officers],
  ["T12", "approval.propose-approval", "decision", "publicity", ["manager"], fourEyes],
  ["T13", "approval.decline-approval", "decision", "not_approved", ["manager"]],
  ["T14", "approval.order-second-review", "decision", "expert_review", ["manager"]],
  ["T15", "approval.issue-approval", "publicity", "contracting", ["manager"]],
  ["T16", "approval.uphold-objection", "publicity", "decision", ["manager"]],
  ["T17", "approval.bring-contract-into-force", "contracting", "active", officers],
  ["T18", "approval.close-unsigned", "contracting", "not_approved", officers],
  [
    "T19",
    "application.withdraw",
    "draft district_review returned formal_review expert_review",
    "withdrawn",
    officers,
    {
      rolesIn: {
        draft: ["unit_admin"],
        returned: ["unit_admin", "system"],
        district_review: ["district_officer"],
      },
    },
  ],
  [
    "T20",
    "approval.consent-to-giving-up",
    "decision publicity contracting",
    "withdrawn",
    ["manager"],
  ],
  ["T21", "absorption.suspend", "active", "suspended", ["manager"]],
  ["T22", "absorption.resume", "suspended", "active", ["manager"]],
  ["T23", "absorption.terminate", "active suspended", "terminated", ["manager"]],
  [
    "T24",
    "absorption.revoke",
    "active suspended acceptance_filing acceptance_review rectification evaluation tracking archived",
    "revoked",
    ["manager"],
  ],
  [
    "T25",
    "evaluation.apply-for-acceptance",
    "active",
    "acceptance_filing",
    ["unit_admin", "system"],
  ],
  ["T26", "evaluation.admit-acceptance", "acceptance_filing", "acceptance_review", officers],
  ["T27", "evaluation.close-overdue", "acceptance_filing", "terminated", ["manager"]],
  ["T28", "evaluation.order-rectification", "acceptance_review", "rectification", officers],
  [
    "T29",
    "evaluation.reapply-for-acceptance",
    "rectification",
    "acceptance_review",
    ["unit_admin"],
  ],
  [
    "T30",
    "evaluation.issue-acceptance-result",
    "acceptance_review",
    "evaluation",
    ["manager"],
    fourEyes,
  ],
  ["T31", "evaluation.fail-overdue-rectification", "rectification", "evaluation", ["manager"]],
  ["T32", "evaluation.finalise-grade", "evaluation", "tracking", ["manager"], fourEyes],
  ["T33", "evaluation.archive-after-evaluation", "evaluation", "archived", officers],
  ["T34", "evaluation.end-tracking", "tracking", "archived", officers],
  ["T35", "evaluation.archive-closed", "terminated revoked", "archived", officers],
  ["T36", "evaluation.correct-archived", "archived", "evaluation", ["manager"]],
];

/** Splits a hand-written list of states; a misspelt one stops the run. */
export function statesOf(text: string): State[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map(toState);
}

function toState(text: string): State {
  if (!isState(text)) throw new Error(`${text} is no state`);
  return text;
}

/** The 20 states of domain.md §1.3. */
export const allStates: readonly State[] = statesOf(
  `draft district_review returned formal_review expert_review decision publicity contracting active
   suspended acceptance_filing acceptance_review rectification evaluation tracking archived
   not_approved withdrawn terminated revoked`.replaceAll(/\s+/g, " "),
);

export const expectedTransitions: readonly ExpectedTransition[] = rows.map(
  ([id, command, from, to, roles, rest]) => ({
    id,
    command,
    from: statesOf(from),
    to,
    roles,
    ...rest,
  }),
);

/** The roles of domain.md §1.2 with an account, and the two callers without one. */
export const allRoles = [
  "filler",
  "unit_admin",
  "district_officer",
  "bureau_officer",
  "division_head",
  "manager",
  "expert",
  "auditor",
  "sysadmin",
  "security_admin",
  "public",
  "system",
] as const satisfies readonly Role[];

const citywide: readonly Role[] = ["bureau_officer", "division_head", "manager"];
const beforeReview = statesOf("draft district_review returned formal_review");

/**
 * Who sees a project of his own unit, district or assignment: a draft only its unit and the auditor;
 * a district what was submitted to it; an expert what has come to review; the administrators of the
 * system and of its security, and the public, nothing.
 */
export function sees(role: Role, state: State): boolean {
  if (role === "auditor" || role === "system") return true;
  if (role === "filler" || role === "unit_admin") return true;
  if (role === "district_officer" || citywide.includes(role)) return state !== "draft";
  return role === "expert" && !beforeReview.includes(state);
}
