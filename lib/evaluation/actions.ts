import type { Actor } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { applicantRoles, bureauRoles, type Role } from "@/lib/access/roles";
import type { ProjectSnapshot } from "@/lib/lifecycle/facts";

type Project = Pick<
  ProjectSnapshot,
  "state" | "subStatus" | "unitId" | "districtId" | "caseOfficerId" | "dueAt"
>;

const may = (actor: Actor, project: Project, roles: readonly Role[]): boolean =>
  isAllowed(mayAs(actor, project, roles));

/** Commands of the acceptance, beside the transitions, that this actor can use now. */
export function acceptanceActions(
  actor: Actor,
  project: Project & { programmeLevel: string },
  acceptance: { upperLevel: boolean; panelFormed: boolean; votesMissing: number },
  now: Date,
): string[] {
  const unit = may(actor, project, applicantRoles);
  const unitAdmin = may(actor, project, ["unit_admin"]);
  const district = may(actor, project, ["district_officer"]);
  const bureau = may(actor, project, bureauRoles);
  const withUnit = project.subStatus === "with_unit";
  const withDistrict = project.subStatus === "with_district";
  const overdue = project.dueAt !== null && project.dueAt < now;
  const upper = bureau && project.programmeLevel !== "municipal";
  const panel = project.state === "acceptance_review" && bureau && !acceptance.upperLevel;
  const filing = project.state === "acceptance_filing";
  const rectifying = project.state === "rectification";
  const inReach: readonly (readonly [string, boolean])[] = [
    ["save-acceptance-file", filing && withUnit && unit],
    ["submit-acceptance-file", filing && withUnit && unitAdmin],
    ["confirm-acceptance-file", filing && withDistrict && district],
    [
      "return-acceptance-file",
      filing && ((withDistrict && district) || (project.subStatus === "with_bureau" && bureau)),
    ],
    ["serve-overdue-notice", filing && bureau && overdue],
    ["record-upper-acceptance", upper && (filing || project.state === "acceptance_review")],
    ["form-acceptance-panel", panel && !acceptance.panelFormed],
    ["propose-result", panel && acceptance.panelFormed && acceptance.votesMissing === 0],
    ["submit-rectification", rectifying && withUnit && unitAdmin],
    ["confirm-rectification", rectifying && withDistrict && district],
    ["return-rectification", rectifying && withDistrict && district],
  ];
  return offered(inReach);
}

/** Commands of the evaluation, beside the transitions, that this actor can use now. */
export function evaluationActions(
  actor: Actor,
  project: Project,
  evaluation: { status: string },
  now: Date,
): string[] {
  if (project.state !== "evaluation") return [];
  const withUnit = project.subStatus === "with_unit" && evaluation.status === "self";
  const bureau = may(actor, project, bureauRoles);
  const handedIn = evaluation.status === "submitted" || evaluation.status === "audited";
  const late = evaluation.status === "self" && project.dueAt !== null && project.dueAt < now;
  return offered([
    ["save-self-evaluation", withUnit && may(actor, project, applicantRoles)],
    ["submit-self-evaluation", withUnit && may(actor, project, ["unit_admin"])],
    ["audit-evaluation", bureau && (handedIn || late)],
    ["return-self-evaluation", bureau && handedIn],
  ]);
}

/** Commands of one follow-up report that this actor can use now. */
export function trackingActions(
  actor: Actor,
  project: Project,
  report: { status: string },
): string[] {
  if (project.state !== "tracking") return [];
  const district = report.status === "submitted" && may(actor, project, ["district_officer"]);
  const bureau = report.status === "district_confirmed" && may(actor, project, bureauRoles);
  const open = report.status === "open";
  return offered([
    ["save-tracking-report", open && may(actor, project, applicantRoles)],
    ["submit-tracking-report", open && may(actor, project, ["unit_admin"])],
    ["confirm-tracking-report", district],
    ["close-tracking-report", bureau],
    ["return-tracking-report", district || bureau],
  ]);
}

const offered = (rows: readonly (readonly [string, boolean])[]): string[] =>
  rows.flatMap(([verb, allowed]) => (allowed ? [`evaluation.${verb}`] : []));
