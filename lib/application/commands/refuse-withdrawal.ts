import { bureauRoles } from "@/lib/access/roles";
import { conflict } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { consentDuty, consentStates, mayConsent } from "../consent";
import { refuseWithdrawalInput } from "../schema";

/** The body that holds the papers doesn't consent to the withdrawal; the application goes on. */
export const refuseWithdrawal = defineProjectCommand({
  name: "application.refuse-withdrawal",
  input: refuseWithdrawalInput,
  roles: ["district_officer", ...bureauRoles],
  states: consentStates,
  allow: mayConsent,
  rule: (project) => {
    if (project.consentPending !== "withdrawal") throw conflict("withdrawal_not_requested");
  },
  run: async (context, project, { reason }) => {
    const { tx, now } = context;
    await tx.project.updateMany({
      where: { id: project.id, consentPending: "withdrawal" },
      data: { consentPending: null, updatedAt: now },
    });
    await settleDuties(tx, { projectId: project.id, kind: consentDuty }, context);
    return {
      data: { projectId: project.id },
      event: childEvent(project, { type: "project", id: project.id }, { reason }),
    };
  },
});
