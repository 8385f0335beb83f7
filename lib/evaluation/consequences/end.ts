import { z } from "zod";
import type { CommandContext } from "@/lib/kernel/command";
import { cancelDuties } from "@/lib/project/duties";

type Context = Pick<CommandContext, "tx" | "now">;

const withCase = z.object({ caseId: z.uuid() });

/** An upheld appeal lifts a consequence with what it set going: its case is dropped, its duty falls away. */
export async function liftConsequence(
  { tx, now }: Context,
  projectId: string,
  id: string,
): Promise<void> {
  const row = await tx.consequence.findFirst({
    where: { id, projectId, status: "in_force" },
    select: { id: true, details: true, version: true },
  });
  if (row === null) return;
  await tx.consequence.updateMany({
    where: { id: row.id, version: row.version },
    data: { status: "lifted", endedAt: now, endReason: "appeal", version: row.version + 1 },
  });
  await cancelDuties(tx, { projectId, subjectId: row.id }, now);
  const opened = withCase.safeParse(row.details);
  if (!opened.success) return;
  await tx.integrityCase.updateMany({
    where: { id: opened.data.caseId, status: "opened" },
    data: { status: "dropped", decidedAt: now, version: { increment: 1 } },
  });
}

/** The report that was owed is in: what its silence brought about ends. */
export async function endSilence(
  { tx, now }: Context,
  projectId: string,
  reportId: string,
): Promise<void> {
  await tx.consequence.updateMany({
    where: {
      projectId,
      status: "in_force",
      details: { path: ["reportId"], equals: reportId },
    },
    data: { status: "ended", endedAt: now, endReason: "reported", version: { increment: 1 } },
  });
}
