import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { callColumns, requireDates } from "../call-record";
import { createCallInput } from "../schema";

/** Drafts a call with the versions of form, score sheet, indicators and rule that its answers will name. */
export const createCall = defineCommand({
  name: "calls.create-call",
  input: createCallInput,
  roles: bureauRoles,
  load: async () => ({}),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (_record, input) => requireDates(input),
  run: async ({ tx, actor, now }, _record, input) => {
    if (actor.userId === null) throw new Error("a call is drafted by a person");
    const id = newId();
    await tx.call.create({
      data: {
        id,
        ...(await callColumns(tx, now, input)),
        createdById: actor.userId,
        createdAt: now,
      },
      select: { id: true },
    });
    return {
      data: { callId: id, version: 1 },
      event: { subject: { type: "call", id }, params: { code: input.code } },
    };
  },
});
