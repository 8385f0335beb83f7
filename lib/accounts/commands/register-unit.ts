import { mayHold } from "@/lib/access/policy";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { placeOf } from "@/lib/reference/place";
import { normaliseUscc, usccProblem } from "@/lib/reference/uscc";
import { makePasswordLink } from "../access-links";
import { createAccount, grant } from "../people";
import { registerUnitInput } from "../schema";
import { seal } from "../sealed";

/** A unit registers with its first administrator, who sets a password by the link in the answer. */
export const registerUnit = defineCommand({
  name: "accounts.register-unit",
  input: registerUnitInput,
  callers: ["public"],
  roles: ["public"],
  rateLimit: 5,
  confidential: true,
  load: (tx, { districtId }, _actor, now) => districtInForce(tx, districtId, now),
  allow: (actor) => mayHold(actor, ["public"]),
  rule: (_districts, { uscc }) => {
    const problem = usccProblem(uscc);
    if (problem !== null) throw invalidField("uscc", `uscc_${problem}`);
  },
  run: async ({ tx, now }, { district }, input) => {
    if (district === null) throw invalidField("districtId", "district_unknown");
    const uscc = normaliseUscc(input.uscc);
    const known = await tx.unit.findUnique({ where: { uscc }, select: { id: true } });
    if (known !== null) throw invalidField("uscc", "uscc_registered");
    const by = { userId: null, now };
    const userId = await createAccount(tx, { ...input, name: input.contactName }, by);
    const unitId = newId();
    const place = { districtId: district, ...placeOf(district) };
    await tx.unit.create({
      data: {
        id: unitId,
        uscc,
        name: input.name,
        nameEn: input.nameEn,
        type: input.type,
        address: input.address,
        ...place,
        status: "registered",
        contactName: input.contactName,
        contactPhoneEnc: seal(input.contactPhone),
        registeredAt: now,
        unitDistricts: {
          create: { id: newId(), ...place, validFrom: new Date(shanghaiDate(now)) },
        },
      },
      select: { id: true },
    });
    await grant(tx, { userId, role: "unit_admin", unitId }, by);
    await grant(tx, { userId, role: "filler", unitId }, by);
    const accessToken = await makePasswordLink(tx, userId, now);
    return {
      data: { unitId, accessToken },
      event: {
        unitId,
        districtId: district,
        subject: { type: "unit", id: unitId },
        params: { unit: input.name, uscc },
      },
    };
  },
});

/** An unknown district is the input's fault (422), not a missing record. */
async function districtInForce(tx: Tx, id: string, now: Date) {
  const today = new Date(shanghaiDate(now));
  const found = await tx.district.findFirst({
    where: { id, validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] },
    select: { id: true },
  });
  return { district: found?.id ?? null };
}
