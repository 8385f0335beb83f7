import { z } from "zod";
import { type FormKind, formKinds } from "@/lib/evaluation/rollup/schema";

/** Which form of which year, and which of its cells is opened. */
export interface BudgetAddress {
  id: string;
  year: number;
  form: FormKind;
  cell: string | null;
}

const place = z.object({ id: z.uuid(), year: z.coerce.number().int().min(2000).max(2100) });
const rest = z.object({
  form: z.enum(formKinds).catch("self_evaluation"),
  cell: z
    .string()
    .regex(/^\w{1,20}$/)
    .nullable()
    .catch(null),
});

/** Reads an address; null where it can't be one. */
export function readAddress(params: object, search: object): BudgetAddress | null {
  const found = place.safeParse(params);
  return found.success ? { ...found.data, ...rest.parse(search) } : null;
}

/** The address of a form of a year. */
export const formAddress = (
  { id, year }: Pick<BudgetAddress, "id" | "year">,
  kind: string,
): string => `/budget/${id}/${year}?form=${kind}`;
