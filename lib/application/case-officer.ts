import type { CommandContext } from "@/lib/kernel/command";
import type { ProjectRecord } from "@/lib/project/load";

/** The bureau officer who first takes a case up becomes its case officer; a head assigns instead. */
export function caseOfficer(
  { actor, as }: Pick<CommandContext, "actor" | "as">,
  project: ProjectRecord,
): { caseOfficerId?: string } {
  const takesUp = project.caseOfficerId === null && as === "bureau_officer" && actor.userId;
  return takesUp ? { caseOfficerId: takesUp } : {};
}
