import { bureauRoles } from "@/lib/access/roles";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate, workingDaysBetween } from "@/lib/kernel/working-days";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { remindSigningInput } from "../schema";

/** 催办: reminds whoever holds the contract, once a day. */
export const remindSigning = defineProjectCommand({
  name: "approval.remind-signing",
  input: remindSigningInput,
  roles: bureauRoles,
  states: ["contracting"],
  rule: (project) => {
    if (project.subStatus === "with_bureau") throw conflict("nobody_to_remind");
  },
  run: async ({ tx, now }, project) => {
    const duty = await tx.duty.findFirst({
      where: { projectId: project.id, kind: "state.contracting", status: "open" },
      select: { id: true, holderRole: true, dueAt: true },
    });
    if (duty === null) throw conflict("nobody_to_remind");
    const key = `signing:${project.id}:${shanghaiDate(now)}`;
    const seen = await tx.reminder.findUnique({ where: { key }, select: { id: true } });
    if (seen !== null) throw conflict("reminded_today");
    const id = newId();
    await tx.reminder.create({
      data: {
        id,
        key,
        dutyId: duty.id,
        projectId: project.id,
        unitId: project.unitId,
        districtId: project.districtId,
        offsetDays: duty.dueAt === null ? 0 : workingDaysBetween(duty.dueAt, now),
        at: now,
      },
      select: { id: true },
    });
    return {
      data: { reminderId: id },
      event: childEvent(
        project,
        { type: "reminder", id },
        { params: { holderRole: duty.holderRole } },
      ),
    };
  },
});
