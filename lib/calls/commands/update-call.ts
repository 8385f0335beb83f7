import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { callColumns, lockCall, requireDates, requireDraft } from "../call-record";
import { updateCallInput } from "../schema";

/** Changes a call that isn't published yet. */
export const updateCall = defineCommand({
  name: "calls.update-call",
  input: updateCallInput,
  roles: bureauRoles,
  load: (tx, { callId }) => lockCall(tx, callId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (call, input) => {
    requireDraft(call, input.version);
    requireDates(input);
  },
  run: async ({ tx, now }, call, { callId, version, ...fields }) => {
    expectOne(
      await tx.call.updateMany({
        where: { id: callId, status: "draft", version },
        data: { ...(await callColumns(tx, now, fields)), version: version + 1 },
      }),
    );
    return {
      data: { callId, version: version + 1 },
      event: { subject: { type: "call", id: callId }, params: { code: call.code } },
    };
  },
});
