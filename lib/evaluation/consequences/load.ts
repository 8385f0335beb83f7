import { personOf } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, expectOne, forbidden, notFound } from "@/lib/kernel/errors";
import { openAppealStatuses } from "./rules";

/** A consequence of this project as the actor saw it: 404 if it is not there, 409 if it moved on. */
export async function consequenceOf(
  tx: Tx,
  projectId: string,
  target: { consequenceId: string; consequenceVersion: number },
) {
  const row = await tx.consequence.findFirst({
    where: { id: target.consequenceId, projectId },
    select: {
      id: true,
      kind: true,
      status: true,
      validFrom: true,
      appealUntil: true,
      version: true,
    },
  });
  if (row === null) throw notFound();
  if (row.version !== target.consequenceVersion) throw conflict("version_conflict");
  const open = await tx.objection.count({
    where: {
      projectId,
      kind: "appeal",
      subjectId: row.id,
      status: { in: [...openAppealStatuses] },
    },
  });
  return { ...row, openAppeal: open > 0 };
}

const appealSelect = {
  id: true,
  status: true,
  version: true,
  dueAt: true,
  finding: true,
  subjectId: true,
  recordedById: true,
} as const;

export type AppealRecord = Awaited<ReturnType<typeof appealOf>>;

/** An appeal on this project as the actor saw it: 404 if it is not there, 409 if it moved on. */
export async function appealOf(
  tx: Tx,
  projectId: string,
  target: { appealId: string; appealVersion: number },
) {
  const row = await tx.objection.findFirst({
    where: { id: target.appealId, projectId, kind: "appeal" },
    select: appealSelect,
  });
  if (row === null) throw notFound();
  if (row.version !== target.appealVersion) throw conflict("version_conflict");
  return row;
}

/** Moves an appeal on, on its status and version; a faster writer makes this a 409. */
export async function writeAppeal(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  appeal: AppealRecord,
  status: string,
  finding: string | null,
): Promise<void> {
  expectOne(
    await tx.objection.updateMany({
      where: { id: appeal.id, status: appeal.status, version: appeal.version },
      data: {
        status,
        finding: finding ?? appeal.finding,
        handledById: actor.userId,
        handledByName: actor.name,
        handledAt: now,
        version: appeal.version + 1,
      },
    }),
  );
}

/** Has this person audited an evaluation of the project? */
export const hasAudited = async (tx: Tx, projectId: string, userId: string): Promise<boolean> =>
  (await tx.evaluation.count({ where: { projectId, auditedById: userId } })) > 0;

/** Whoever audited the evaluation does not look into an appeal against what followed (four eyes). */
export async function requireOtherEyes(
  { tx, actor }: Pick<CommandContext, "tx" | "actor">,
  projectId: string,
): Promise<void> {
  if (await hasAudited(tx, projectId, personOf(actor))) throw forbidden("four_eyes");
}
