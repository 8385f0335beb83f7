import { conflict } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { consentStates, openConsentDuty } from "../consent";
import { requestWithdrawalInput } from "../schema";

/** The unit asks to withdraw an application that is no longer in its hands. */
export const requestWithdrawal = defineProjectCommand({
  name: "application.request-withdrawal",
  input: requestWithdrawalInput,
  roles: ["unit_admin"],
  states: consentStates,
  rule: (project) => {
    if (project.consentPending !== null) throw conflict("withdrawal_already_requested");
  },
  run: async (context, project, { reason }) => {
    const { tx, now } = context;
    await tx.project.updateMany({
      where: { id: project.id, state: project.state },
      data: { consentPending: "withdrawal", updatedAt: now },
    });
    await openConsentDuty(context, project);
    return {
      data: { projectId: project.id },
      event: childEvent(project, { type: "project", id: project.id }, { reason }),
    };
  },
});
