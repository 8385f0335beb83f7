import { z } from "zod";

/** What a call settles for the projects it brings, beyond its own columns. */
const callParameters = z.object({
  /** Tranches after the first wait for the mid-term check (domain.md §1.5). */
  midTermGate: z.boolean().default(false),
});

export type CallParameters = z.output<typeof callParameters>;

/** Reads a call's stored parameters; what can't be read counts as the defaults. */
export function readCallParameters(stored: unknown): CallParameters {
  const parsed = callParameters.safeParse(stored ?? {});
  return parsed.success ? parsed.data : callParameters.parse({});
}
