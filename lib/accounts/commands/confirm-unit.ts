import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { lockUnit } from "../load";
import { confirmUnitInput } from "../schema";

/** The bureau has checked a registered unit's papers. */
export const confirmUnit = defineCommand({
  name: "accounts.confirm-unit",
  input: confirmUnitInput,
  roles: bureauRoles,
  load: (tx, { unitId }, actor) => lockUnit(tx, actor, unitId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (unit) => {
    if (unit.status !== "registered") throw conflict("unit_not_waiting", { status: unit.status });
  },
  run: async ({ tx }, unit, { version }) => {
    expectOne(
      await tx.unit.updateMany({
        where: { id: unit.id, status: "registered", version },
        data: { status: "confirmed", version: { increment: 1 } },
      }),
    );
    return {
      data: { unitId: unit.id },
      event: {
        unitId: unit.id,
        districtId: unit.districtId,
        subject: { type: "unit", id: unit.id },
        params: { unit: unit.name },
      },
    };
  },
});
