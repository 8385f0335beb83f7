import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { lockContribution, requireOpen } from "../record";
import { confirmContributionInput } from "../schema";

/** A second officer confirms that a carrier did contribute what was recorded. */
export const confirmContribution = defineCommand({
  name: "carriers.confirm-contribution",
  input: confirmContributionInput,
  roles: bureauRoles,
  load: (tx, { contributionId }) => lockContribution(tx, contributionId),
  allow: (actor, row) =>
    row.recordedById === actor.userId ? { refused: "four_eyes" } : mayHold(actor, bureauRoles),
  rule: (row, { version }) => requireOpen(row, version),
  run: async ({ tx, actor, now }, row) => {
    expectOne(
      await tx.carrierContribution.updateMany({
        where: { id: row.id, confirmedAt: null, version: row.version },
        data: { confirmedById: actor.userId, confirmedAt: now, version: row.version + 1 },
      }),
    );
    return {
      data: { carrierId: row.carrier.id, contributionId: row.id, version: row.version + 1 },
      event: {
        audience: "officials",
        subject: { type: "carrier", id: row.carrier.id },
        params: { name: row.carrier.name, title: row.title, year: String(row.year) },
      },
    };
  },
});
