import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { FieldReason } from "@/lib/project/field-reasons";
import type { ProjectRecord } from "@/lib/project/load";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { latestProposal } from "./drafts";
import { amendmentDue } from "./rules";

/** Stores one note a field on the version that was submitted. */
export async function addReturnNotes(
  { tx, actor, as, now }: Pick<CommandContext, "tx" | "actor" | "as" | "now">,
  project: ProjectRecord,
  reasons: readonly FieldReason[],
): Promise<void> {
  const proposal = await latestProposal(tx, project.id);
  await tx.returnNote.createMany({
    data: reasons.map(({ field, reason }) => ({
      id: newId(),
      ...guardedBy(project),
      subjectType: "proposal",
      subjectId: proposal?.id ?? null,
      field,
      reason,
      byName: actor.name,
      byRole: as,
      at: now,
    })),
  });
}

/** Marks the open notes as answered by the new submission. */
export async function resolveReturnNotes(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  projectId: string,
): Promise<void> {
  await tx.returnNote.updateMany({
    where: { projectId, subjectType: "proposal", resolvedAt: null },
    data: { resolvedAt: now },
  });
}

/** Until when a project returned now may be amended (domain.md §1.3, state 3). */
export async function returnedDueAt(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  body: "district" | "bureau",
): Promise<Date> {
  const numbers = await loadNumbers(tx, now);
  const call =
    body === "district" && project.callId
      ? await tx.call.findUnique({
          where: { id: project.callId },
          select: { districtClosesAt: true },
        })
      : null;
  return amendmentDue(
    now,
    numbers.get("limit_returned") ?? 5,
    await loadCalendar(tx),
    call?.districtClosesAt ?? null,
  );
}
