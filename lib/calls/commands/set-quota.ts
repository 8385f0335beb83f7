import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { invalidField } from "@/lib/kernel/errors";
import { lockCall } from "../call-record";
import { setQuotaInput } from "../schema";

/** Sets or lifts how many proposals a district may recommend in a call (guard of T05). */
export const setQuota = defineCommand({
  name: "calls.set-quota",
  input: setQuotaInput,
  roles: bureauRoles,
  load: (tx, { callId }) => lockCall(tx, callId),
  allow: (actor) => mayHold(actor, bureauRoles),
  run: async ({ tx }, call, { callId, districtId, quota }) => {
    const known = await tx.district.count({ where: { id: districtId } });
    if (known === 0) throw invalidField("districtId", "code_not_valid", { value: districtId });
    if (quota === null) {
      await tx.callQuota.deleteMany({ where: { callId, districtId } });
    } else {
      await tx.callQuota.upsert({
        where: { callId_districtId: { callId, districtId } },
        create: { callId, districtId, quota },
        update: { quota },
        select: { quota: true },
      });
    }
    return {
      data: { callId, districtId, quota },
      event: {
        districtId,
        subject: { type: "call", id: callId },
        params: { code: call.code, quota },
      },
    };
  },
});
