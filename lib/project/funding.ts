import type { Prisma } from "@/lib/generated/prisma/client";
import { stateIds } from "@/lib/lifecycle/states";

/** Public money by level; what units and partners add is not funding of the city's portfolio. */
export const publicSources = ["central", "province", "city", "district"];

/** Money counts from the approval's issue on; what was revoked is claimed back. */
export const financedStates = stateIds
  .slice(stateIds.indexOf("contracting"), stateIds.indexOf("archived") + 1)
  .concat("terminated");

/** Projects whose public money counts in the portfolio, in one year or in any. */
export const fundedIn = (year?: number): Prisma.ProjectWhereInput => ({
  state: { in: financedStates },
  fundingLines: {
    some: { source: { in: publicSources }, ...(year === undefined ? {} : { year }) },
  },
});
