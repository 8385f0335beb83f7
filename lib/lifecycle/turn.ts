import { bureauRoles, directDistrictId, type Role } from "@/lib/access/roles";
import type { ProjectSnapshot, Turn } from "./facts";
import { stateRow, subStatusTurn } from "./states";

/**
 * Whose turn it is in this project, since when and until when; null in a final state. A turn that
 * begins later (the manager's, when the public notice has ended) lies with the public until then.
 */
export function turnOf(project: ProjectSnapshot, now: Date): Turn | null {
  const roles = project.subStatus ? subStatusTurn[project.subStatus] : stateRow(project.state).turn;
  if (roles.length === 0) return null;
  if (project.turnSince !== null && project.turnSince > now) {
    return { roles: ["public"], since: project.stateSince, until: project.turnSince };
  }
  return {
    roles: substituteDirect(roles, project.districtId),
    since: project.turnSince ?? project.stateSince,
    until: project.dueAt,
  };
}

/** Direct units have no district: each district step falls to a bureau officer (domain.md §1.2). */
export function substituteDirect(roles: readonly Role[], districtId: string): readonly Role[] {
  if (districtId !== directDistrictId || !roles.includes("district_officer")) return roles;
  return [
    ...new Set(roles.flatMap((role) => (role === "district_officer" ? bureauRoles : [role]))),
  ];
}
