import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { assertCodes } from "@/lib/reference/codes-in-force";
import { registerCarrierInput } from "../schema";

/** Enters an intermediary or platform that brings projects or transfers technology. */
export const registerCarrier = defineCommand({
  name: "carriers.register-carrier",
  input: registerCarrierInput,
  roles: bureauRoles,
  load: async () => ({}),
  allow: (actor) => mayHold(actor, bureauRoles),
  run: async ({ tx, now }, _record, input) => {
    const { countryCode, districtId, validFrom, ...columns } = input;
    if (countryCode) {
      await assertCodes(tx, now, [{ field: "countryCode", list: "country", code: countryCode }]);
    }
    if (districtId && (await tx.district.count({ where: { id: districtId } })) === 0) {
      throw invalidField("districtId", "code_not_valid", { value: districtId });
    }
    const { id } = await tx.carrier.create({
      data: {
        id: newId(),
        ...columns,
        nameEn: columns.nameEn || null,
        countryCode: countryCode || null,
        districtId: districtId || null,
        validFrom: new Date(`${validFrom}T00:00:00Z`),
      },
      select: { id: true },
    });
    return {
      data: { carrierId: id },
      event: {
        audience: "officials",
        subject: { type: "carrier", id },
        params: { name: columns.name },
      },
    };
  },
});
