import type { Actor } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { applicantRoles, bureauRoles, type Role } from "@/lib/access/roles";
import type { ProjectSnapshot } from "@/lib/lifecycle/facts";
import { isUpperLevel } from "@/lib/project/level";
import { openForProofs } from "./evaluation";

type Project = Pick<
  ProjectSnapshot,
  "state" | "subStatus" | "unitId" | "districtId" | "caseOfficerId" | "dueAt"
>;

const may = (actor: Actor, project: Project, roles: readonly Role[]): boolean =>
  isAllowed(mayAs(actor, project, roles));

interface AcceptanceView {
  upperLevel: boolean;
  /** Of this round, once it is formed. */
  panel: {
    route: string;
    voted: number;
    signed: number;
    /** The actor leads it. */
    led: boolean;
  } | null;
  votesMissing: number;
  proposed: boolean;
}

/** Commands of the acceptance, beside the transitions, that this actor can use now. */
export function acceptanceActions(
  actor: Actor,
  project: Project & { programmeLevel: string },
  acceptance: AcceptanceView,
  now: Date,
): string[] {
  const upper = isUpperLevel(project) && may(actor, project, bureauRoles);
  switch (project.state) {
    case "acceptance_filing":
      return offered([...filingSteps(actor, project, now), ["record-upper-acceptance", upper]]);
    case "acceptance_review":
      return offered([
        ...reviewSteps(actor, project, acceptance),
        ["record-upper-acceptance", upper],
      ]);
    case "rectification":
      return offered(rectificationSteps(actor, project));
    default:
      return [];
  }
}

type Step = readonly [verb: string, allowed: boolean];

function filingSteps(actor: Actor, project: Project, now: Date): Step[] {
  const withUnit = project.subStatus === "with_unit";
  const bureau = may(actor, project, bureauRoles);
  const district =
    project.subStatus === "with_district" && may(actor, project, ["district_officer"]);
  const overdue = project.dueAt !== null && project.dueAt < now;
  return [
    ["save-acceptance-file", withUnit && may(actor, project, applicantRoles)],
    ["submit-acceptance-file", withUnit && may(actor, project, ["unit_admin"])],
    ["confirm-acceptance-file", district],
    ["return-acceptance-file", district || (project.subStatus === "with_bureau" && bureau)],
    ["serve-overdue-notice", bureau && overdue],
  ];
}

function reviewSteps(actor: Actor, project: Project, acceptance: AcceptanceView): Step[] {
  const bureau = !acceptance.upperLevel && may(actor, project, bureauRoles);
  const { panel, votesMissing, proposed } = acceptance;
  if (panel === null) {
    return [
      ["draw-acceptance-panel", bureau],
      ["form-acceptance-panel", bureau],
    ];
  }
  const votesIn = votesMissing === 0;
  const unbegun = panel.voted === 0;
  return [
    ["call-acceptance-meeting", bureau && unbegun && panel.route === "meeting"],
    ["name-panel-leader", bureau && unbegun],
    ["draft-acceptance-opinion", (bureau || panel.led) && votesIn && !proposed],
    ["propose-result", bureau && votesIn && panel.signed * 2 > panel.voted],
  ];
}

function rectificationSteps(actor: Actor, project: Project): Step[] {
  const withUnit = project.subStatus === "with_unit";
  const district =
    project.subStatus === "with_district" && may(actor, project, ["district_officer"]);
  return [
    ["submit-rectification", withUnit && may(actor, project, ["unit_admin"])],
    ["confirm-rectification", district],
    ["return-rectification", district],
  ];
}

/** Commands of the evaluation, beside the transitions, that this actor can use now. */
export function evaluationActions(
  actor: Actor,
  project: Project,
  evaluation: { status: string },
  now: Date,
): string[] {
  const own =
    project.subStatus === "with_unit" &&
    openForProofs(project).some((status) => status === evaluation.status);
  const prove: Step = ["add-proof", own && may(actor, project, applicantRoles)];
  if (project.state === "acceptance_filing" || project.state === "rectification") {
    return offered([prove]);
  }
  if (project.state !== "evaluation") return [];
  const withUnit = project.subStatus === "with_unit" && evaluation.status === "self";
  const bureau = may(actor, project, bureauRoles);
  const handedIn = evaluation.status === "submitted" || evaluation.status === "audited";
  const late = evaluation.status === "self" && project.dueAt !== null && project.dueAt < now;
  return offered([
    ["save-self-evaluation", withUnit && may(actor, project, applicantRoles)],
    prove,
    ["submit-self-evaluation", withUnit && may(actor, project, ["unit_admin"])],
    ["audit-evaluation", bureau && (handedIn || late)],
    ["return-self-evaluation", bureau && handedIn],
  ]);
}

/** Commands of one follow-up report that this actor can use now. */
export function trackingActions(
  actor: Actor,
  project: Project,
  report: { status: string; confirmedById: string | null },
): string[] {
  if (project.state !== "tracking") return [];
  const district = report.status === "submitted" && may(actor, project, ["district_officer"]);
  const bureau = report.status === "district_confirmed" && may(actor, project, bureauRoles);
  const apart = actor.userId === null || actor.userId !== report.confirmedById;
  const open = report.status === "open";
  return offered([
    ["save-tracking-report", open && may(actor, project, applicantRoles)],
    ["submit-tracking-report", open && may(actor, project, ["unit_admin"])],
    ["confirm-tracking-report", district],
    ["close-tracking-report", bureau && apart],
    ["return-tracking-report", district || bureau],
  ]);
}

const offered = (rows: readonly Step[]): string[] =>
  rows.flatMap(([verb, allowed]) => (allowed ? [`evaluation.${verb}`] : []));
