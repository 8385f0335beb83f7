import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { lockRegistration, requirePending } from "../registration/load";
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
  run: async ({ tx, actor, now }, record, { version, reason }) => {
    expectOne(
      await tx.registration.updateMany({
        where: { id: record.id, status: "pending", version },
        data: {
          status: "rejected",
          confirmedById: actor.userId,
          confirmedByName: actor.name,
          confirmedAt: now,
          version: version + 1,
        },
      }),
    );
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
