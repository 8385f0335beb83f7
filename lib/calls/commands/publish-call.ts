import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { lockCall, requireDraft } from "../call-record";
import { publishCallInput } from "../schema";

/** Publishes a call: from now on its dates and versions are frozen, and units see it. */
export const publishCall = defineCommand({
  name: "calls.publish-call",
  input: publishCallInput,
  roles: bureauRoles,
  load: (tx, { callId }) => lockCall(tx, callId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (call, { version }, now) => {
    requireDraft(call, version);
    if (call.closesAt <= now) throw conflict("call_close_passed");
  },
  run: async ({ tx, now }, call, { callId, version }) => {
    expectOne(
      await tx.call.updateMany({
        where: { id: callId, status: "draft", version },
        data: { status: "published", publishedAt: now, version: version + 1 },
      }),
    );
    return {
      data: { callId, version: version + 1 },
      event: { subject: { type: "call", id: callId }, params: { code: call.code } },
    };
  },
});
