import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { placeOf } from "@/lib/reference/place";
import type { RegistrationRow } from "./row";

const unitSelect = { id: true, administrativeDistrictId: true, managingUnitId: true } as const;

/** The unit of a line by its credit code; an unknown one is added as confirmed by this register. */
export async function unitFor(tx: Tx, now: Date, row: RegistrationRow) {
  const known = await tx.unit.findUnique({ where: { uscc: row.uscc }, select: unitSelect });
  if (known) return known;
  const place = { districtId: row.districtId, ...placeOf(row.districtId) };
  const unit = await tx.unit.create({
    data: {
      id: newId(),
      uscc: row.uscc,
      name: row.unitName,
      type: row.unitType,
      status: "confirmed_by_import",
      registeredAt: now,
      ...place,
    },
    select: unitSelect,
  });
  await tx.unitDistrict.create({
    data: { id: newId(), unitId: unit.id, ...place, validFrom: new Date(shanghaiDate(now)) },
    select: { id: true },
  });
  return unit;
}
