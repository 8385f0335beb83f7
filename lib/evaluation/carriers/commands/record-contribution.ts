import { personOf } from "@/lib/access/actor";
import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lockCarrier } from "../record";
import { recordContributionInput } from "../schema";

/** Records what a carrier contributed in a year; it counts once another officer has confirmed it. */
export const recordContribution = defineCommand({
  name: "carriers.record-contribution",
  input: recordContributionInput,
  roles: bureauRoles,
  load: (tx, { carrierId }) => lockCarrier(tx, carrierId),
  allow: (actor) => mayHold(actor, bureauRoles),
  run: async ({ tx, actor, now }, carrier, { kind, year, title, projectId, amount }) => {
    if (kind === "project_brought" && !projectId) throw invalidField("projectId", "required");
    if (kind !== "project_brought" && !amount) throw invalidField("amount", "required");
    if (projectId) await requireProject(tx, projectId);
    if (projectId && kind === "project_brought") await requireUnbrought(tx, projectId);
    const id = newId();
    await tx.carrierContribution.create({
      data: {
        id,
        carrierId: carrier.id,
        projectId: projectId ?? null,
        kind,
        year,
        title,
        amount: amount ?? null,
        recordedById: personOf(actor),
        recordedAt: now,
      },
      select: { id: true },
    });
    return {
      data: { carrierId: carrier.id, contributionId: id, year },
      event: {
        audience: "officials",
        subject: { type: "carrier", id: carrier.id },
        params: { name: carrier.name, title, year: String(year) },
      },
    };
  },
});

async function requireProject(tx: Tx, id: string): Promise<void> {
  const known = await tx.project.count({ where: { id, state: { not: "draft" } } });
  if (known === 0) throw invalidField("projectId", "project_unknown");
}

/** A project is brought once: two carriers can't both count it. */
async function requireUnbrought(tx: Tx, projectId: string): Promise<void> {
  await tx.$queryRaw`select id from project where id = ${projectId}::uuid for update`;
  const brought = await tx.carrierContribution.findFirst({
    where: { projectId, kind: "project_brought" },
    select: { carrier: { select: { name: true } } },
  });
  if (brought) throw conflict("already_brought", { carrier: brought.carrier.name });
}
