import type { AccountRole } from "@/lib/access/roles";

/** Where a role is held: in a unit, in a district, or city-wide. */
export function placeOf(role: AccountRole): "unit" | "district" | "city" {
  if (role === "filler" || role === "unit_admin") return "unit";
  return role === "district_officer" ? "district" : "city";
}

/** Groups of which a person can hold roles of one only: nobody watches or appoints himself. */
const groups: readonly (readonly AccountRole[])[] = [
  ["filler", "unit_admin"],
  ["district_officer"],
  ["bureau_officer", "division_head"],
  ["manager"],
  ["expert"],
  ["auditor"],
  ["sysadmin"],
  ["security_admin"],
];

/** Can a person who holds these roles hold this one too? */
export function isCompatible(held: readonly string[], role: AccountRole): boolean {
  const group = groups.find((each) => each.includes(role)) ?? [];
  return held.every((other) => group.some((candidate) => candidate === other));
}

const common = ["password", "12345678", "qwerty", "kehe", "changzhou", "admin123", "11111111"];

/** Why a password is too weak for this person, or null; its length is the schema's matter. */
export function passwordProblem(password: string, username: string): string | null {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5) return "password_repeats";
  if (lower.includes(username)) return "password_holds_name";
  return common.some((word) => lower.includes(word)) ? "password_common" : null;
}
