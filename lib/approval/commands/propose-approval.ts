import type { Tx } from "@/lib/db/client";
import { linkFiles } from "@/lib/documents/link";
import { Prisma } from "@/lib/generated/prisma/client";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { defineTransition, guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { requireAffordable } from "../budget";
import { recordOpinion } from "../opinion";
import { proposeApprovalInput } from "../schema";
import { dropApprovalDuties } from "../settle";

/** T12: the amount inside request and budget; opens the public notice for its working days. */
export const proposeApproval = defineTransition({
  name: "approval.propose-approval",
  transition: "T12",
  input: proposeApprovalInput,
  run: async (context, project, input) => {
    const { tx, now } = context;
    await requireNotConfirmedDuplicate(tx, project);
    const amount = new Prisma.Decimal(input.amount);
    await requireAffordable(tx, project, amount);
    const noticeEndsAt = await noticeEnd(tx, project, now);
    await tx.publicNotice.create({
      data: {
        id: newId(),
        ...guardedBy(project),
        number: input.noticeNumber,
        startsAt: now,
        endsAt: noticeEndsAt,
        amount,
      },
      select: { id: true },
    });
    const opinionId = await recordOpinion(context, project, {
      kind: "approval_decision",
      verdict: "approved",
      text: input.note ?? "",
      details: { amount: amount.toFixed(2), noticeNumber: input.noticeNumber },
      minutesNumber: input.minutesNumber,
    });
    await dropApprovalDuties(context, project);
    const subject = { type: "opinion", id: opinionId };
    return {
      noticeEndsAt,
      data: { grantAmount: amount, budgetTotal: project.ownAmount.plus(amount) },
      params: { amount: amount.toFixed(2), noticeNumber: input.noticeNumber },
      fileHashes: await linkFiles(context, project, subject, input.documents ?? [], {
        audience: "officials",
      }),
    };
  },
});

/** The latest word on duplicates counts, of two in one instant the stricter: `confirmed` bars approval. */
async function requireNotConfirmedDuplicate(tx: Tx, project: ProjectRecord): Promise<void> {
  const latest = await tx.opinion.findFirst({
    where: { projectId: project.id, kind: "duplicate_check" },
    orderBy: [{ at: "desc" }, { verdict: "desc" }],
    select: { verdict: true },
  });
  if (latest?.verdict === "confirmed") throw conflict("duplicate_confirmed");
}

/** The posting day counts when it is worked (domain.md §1.6, publicity_days). */
async function noticeEnd(tx: Tx, project: ProjectRecord, now: Date): Promise<Date> {
  const call = project.callId
    ? await tx.call.findUnique({ where: { id: project.callId }, select: { publicityDays: true } })
    : null;
  const days = call?.publicityDays ?? (await loadNumbers(tx, now)).get("publicity_days") ?? 5;
  return addWorkingDays(now, days, await loadCalendar(tx), "same_day");
}
