import { seal } from "@/lib/accounts/sealed";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { openDuty } from "@/lib/project/duties";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { fileObjectionInput } from "../schema";

/**
 * A named objection by anyone against a running public notice. Name and phone are kept encrypted; the
 * applicant never learns who objected. Only the notice's id leads to a project: any other is a 404.
 */
export const fileObjection = defineCommand({
  name: "approval.file-objection",
  input: fileObjectionInput,
  callers: ["public"],
  roles: ["public"],
  states: ["publicity"],
  rateLimit: 5,
  load: (tx, { noticeId }) => openNotice(tx, noticeId),
  allow: () => ({ as: "public" }),
  rule: (notice, _input, now) => {
    if (notice.endsAt < now) throw conflict("notice_ended");
  },
  run: async ({ tx, now }, { project }, input) => {
    const id = newId();
    const days = (await loadNumbers(tx, now)).get("limit_objection") ?? 10;
    const dueAt = addWorkingDays(now, days, await loadCalendar(tx));
    await tx.objection.create({
      data: {
        id,
        projectId: project.id,
        unitId: project.unitId,
        districtId: project.districtId,
        kind: "objection",
        filerNameEnc: seal(input.name),
        filerPhoneEnc: seal(input.phone),
        filerUnit: input.unit || null,
        content: input.content,
        filedAt: now,
        dueAt,
      },
      select: { id: true },
    });
    await openDuty(tx, project, {
      kind: "approval.handle-objection",
      subject: { type: "objection", id },
      holderRole: "bureau_officer",
      since: now,
      dueAt,
    });
    return {
      data: { objectionId: id },
      event: {
        projectId: project.id,
        unitId: project.unitId,
        districtId: project.districtId,
        subject: { type: "objection", id },
        audience: "officials",
      },
    };
  },
});

/** The notice and its project, locked against a decision at the same moment; null when not open. */
async function openNotice(tx: Tx, noticeId: string) {
  const found = await tx.publicNotice.findFirst({
    where: { id: noticeId, closedAt: null, project: { state: "publicity" } },
    select: { projectId: true },
  });
  if (found === null) return null;
  await tx.$queryRaw`select id from project where id = ${found.projectId}::uuid for update`;
  return tx.publicNotice.findFirst({
    where: { id: noticeId, closedAt: null, project: { state: "publicity" } },
    select: {
      endsAt: true,
      project: {
        select: { id: true, unitId: true, districtId: true, caseOfficerId: true },
      },
    },
  });
}
