import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { lockContribution, requireOpen } from "../record";
import { removeContributionInput } from "../schema";

/** Takes away what was recorded wrongly and not yet confirmed; the log keeps it with the reason. */
export const removeContribution = defineCommand({
  name: "carriers.remove-contribution",
  input: removeContributionInput,
  roles: bureauRoles,
  load: (tx, { contributionId }) => lockContribution(tx, contributionId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (row, { version }) => requireOpen(row, version),
  run: async ({ tx }, row, { reason }) => {
    expectOne(
      await tx.carrierContribution.deleteMany({
        where: { id: row.id, confirmedAt: null, version: row.version },
      }),
    );
    return {
      data: { carrierId: row.carrier.id },
      event: {
        audience: "officials",
        subject: { type: "carrier", id: row.carrier.id },
        reason,
        params: { name: row.carrier.name, title: row.title, year: String(row.year) },
      },
    };
  },
});
