import { z } from "zod";
import type { Prisma } from "@/lib/generated/prisma/client";
import { stateIds } from "@/lib/lifecycle/states";

const code = z
  .string()
  .regex(/^[\w.-]{1,40}$/)
  .optional()
  .catch(undefined);
const id = z.uuid().optional().catch(undefined);

export const deskStatuses = ["self", "submitted", "audited", "final"] as const;

/** The desk's filter as it stands in the address; what is not understood is left out. */
export const deskFilter = z.object({
  grade: code,
  result: code,
  status: z.enum(deskStatuses).optional().catch(undefined),
  district: code,
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  /** Where the project stands now. */
  state: z.enum(stateIds).optional().catch(undefined),
  call: id,
  overdue: z.literal("1").optional().catch(undefined),
  after: id,
});

export type DeskFilter = z.output<typeof deskFilter>;

/** What the filter asks of an evaluation's project. */
export function projectWhere(filter: DeskFilter, now: Date): Prisma.ProjectWhereInput {
  const { result, district, year, state, call, overdue } = filter;
  return {
    ...(result ? { acceptanceResult: result } : {}),
    ...(district ? { districtId: district } : {}),
    ...(year ? { year } : {}),
    ...(state ? { state } : {}),
    ...(call ? { callId: call } : {}),
    ...(overdue ? { state: "evaluation", dueAt: { lt: now } } : {}),
  };
}

/** The address of the desk with this filter, moved or narrowed by `step`. */
export function deskAddress(
  filter: DeskFilter,
  step: Readonly<Record<string, string | undefined>> = {},
  base = "/evaluations",
): string {
  const { after: _after, ...kept } = filter;
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...step })) {
    if (value !== undefined && value !== "") address.set(name, String(value));
  }
  const text = address.toString();
  return text ? `${base}?${text}` : base;
}
