import type { EventDraft, EventParams } from "@/lib/audit/event";
import type { FormRow } from "./load";

/** The event of a step on a whole form; each report's own event stands before it. */
export const formEvent = (
  form: Pick<FormRow, "id" | "unitId" | "districtId" | "year"> & { unit: { name: string } },
  params: EventParams,
  reason: string | null = null,
): EventDraft => ({
  unitId: form.unitId,
  districtId: form.districtId,
  subject: { type: "yearly_form", id: form.id },
  params: { year: form.year, unit: form.unit.name, ...params },
  reason,
});
