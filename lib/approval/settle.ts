import type { CommandContext } from "@/lib/kernel/command";
import { cancelDuties } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";

type Context = Pick<CommandContext, "tx" | "now">;

/** A decision falls: what approval still asked of anybody on this project falls away. */
export async function dropApprovalDuties(
  { tx, now }: Context,
  project: ProjectRecord,
): Promise<void> {
  await cancelDuties(tx, { projectId: project.id, kind: { startsWith: "approval." } }, now);
}

/** Ends the running public notice, if there is one. */
export async function closeNotice({ tx, now }: Context, project: ProjectRecord): Promise<void> {
  await tx.publicNotice.updateMany({
    where: { projectId: project.id, closedAt: null },
    data: { closedAt: now },
  });
}

/** Ends a contract that never came into force. */
export async function cancelContracts({ tx }: Context, project: ProjectRecord): Promise<void> {
  await tx.contract.updateMany({
    where: { projectId: project.id, effectiveAt: null },
    data: { status: "cancelled" },
  });
}
