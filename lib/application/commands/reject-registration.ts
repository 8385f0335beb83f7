import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { answer, lockRegistration, requirePending } from "../registration/load";
import { rejectRegistrationInput } from "../schema";
import { mayAnswer } from "./confirm-registration";

/** A second officer doesn't confirm a batch; nothing of it becomes a project. */
export const rejectRegistration = defineCommand({
  name: "application.reject-registration",
  input: rejectRegistrationInput,
  roles: bureauRoles,
  load: (tx, { registrationId }) => lockRegistration(tx, registrationId),
  allow: mayAnswer,
  rule: (record, { version }) => requirePending(record, version),
  run: async (context, record, { reason }) => {
    await answer(context, record, "rejected");
    return {
      data: { registrationId: record.id },
      event: {
        subject: { type: "registration", id: record.id },
        reason,
        audience: "officials",
      },
    };
  },
});
