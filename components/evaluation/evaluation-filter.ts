import { z } from "zod";

const code = z
  .string()
  .regex(/^[\w.-]{1,40}$/)
  .optional()
  .catch(undefined);

/** The filter of the list of evaluations as it stands in the address; what is not understood is left out. */
export const evaluationFilter = z.object({
  grade: code,
  result: code,
  district: code,
  status: code,
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
});
