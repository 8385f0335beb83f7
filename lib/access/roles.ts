/** The roles of domain.md §1.2, plus the two callers without an account. */
export const accountRoles = [
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
] as const;

export type AccountRole = (typeof accountRoles)[number];

/** Is this text one of the roles that an account can hold? */
export function isAccountRole(text: string): text is AccountRole {
  return accountRoles.some((role) => role === text);
}

export type Role = AccountRole | "public" | "system";

/** The applicant's side: the one who fills and the one who confirms for the unit. */
export const applicantRoles = ["filler", "unit_admin"] as const satisfies readonly Role[];

/** The bureau's responsible division; its head may do all that an officer may. */
export const bureauRoles = ["bureau_officer", "division_head"] as const satisfies readonly Role[];

/** Roles that read every project that has left its unit. */
export const citywideRoles = [
  "bureau_officer",
  "division_head",
  "manager",
  "auditor",
] as const satisfies readonly Role[];

/** The recommending unit whose district steps fall to a second bureau officer (domain.md §1.2). */
export const directDistrictId = "CZ-DIR";
