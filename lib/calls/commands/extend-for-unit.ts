import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lockCall } from "../call-record";
import { extendForUnitInput } from "../schema";

/** Gives one late unit a later close, with the reason on record; its drafts' due dates move along. */
export const extendForUnit = defineCommand({
  name: "calls.extend-for-unit",
  input: extendForUnitInput,
  roles: bureauRoles,
  load: (tx, { callId }) => lockCall(tx, callId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (call, { closesAt }, now) => {
    if (call.status !== "published") throw conflict("call_not_published");
    const until = new Date(closesAt);
    if (until <= now || until <= call.closesAt) throw invalidField("closesAt", "not_later");
  },
  run: async ({ tx, actor, now }, call, { callId, unitId, closesAt, reason }) => {
    if (actor.userId === null) throw new Error("an extension is granted by a person");
    const unit = await tx.unit.findUnique({
      where: { id: unitId },
      select: { id: true, name: true, districtId: true },
    });
    if (unit === null) throw invalidField("unitId", "unit_unknown");
    const granted = {
      closesAt: new Date(closesAt),
      reason,
      grantedById: actor.userId,
      grantedAt: now,
    };
    const { id } = await tx.callExtension.upsert({
      where: { callId_unitId: { callId, unitId } },
      create: { id: newId(), callId, unitId, ...granted },
      update: granted,
      select: { id: true },
    });
    const drafts = { callId, unitId, state: "draft" };
    await tx.duty.updateMany({
      where: { project: drafts, kind: "state.draft", status: "open" },
      data: { dueAt: granted.closesAt },
    });
    await tx.project.updateMany({ where: drafts, data: { dueAt: granted.closesAt } });
    return {
      data: { callId, extensionId: id },
      event: {
        unitId,
        districtId: unit.districtId,
        subject: { type: "call", id: callId },
        params: { code: call.code, unit: unit.name, closesAt },
        reason,
      },
    };
  },
});
