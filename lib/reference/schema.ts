import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema } from "@/lib/project/plan";

const line = (max: number) => z.string().trim().min(1).max(max);
const key = (max: number) => field(line(max), { kind: "hidden" });

/** `version` is the version that the person saw; `value` is read as the kind of the present value. */
export const setParameterInput = z.strictObject({
  key: key(60),
  version: rowVersion(),
  value: line(200),
  basis: line(200),
});

export const setCalendarDayInput = z.strictObject({
  day: daySchema,
  working: z.boolean(),
  note: line(100),
});

export const addCodeInput = z.strictObject({
  list: field(line(40), { kind: "select", options: "codeLists" }),
  code: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,20}$/),
  zh: line(100),
  en: line(200),
  validFrom: daySchema,
  parent: field(z.string().trim().max(20).optional(), { kind: "text" }),
});

export const endCodeInput = z.strictObject({
  list: key(40),
  code: key(20),
  validFrom: field(daySchema, { kind: "hidden" }),
  validTo: daySchema,
});
