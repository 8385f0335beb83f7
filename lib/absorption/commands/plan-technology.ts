import type { Tx } from "@/lib/db/client";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { cancelDuties } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { openLinkDuty } from "../ledger-duties";
import { hasLedger } from "../links";
import { addTechnologies } from "../plan-ledger";
import { planTechnologyInput } from "../schema";
import { stepRow } from "../steps";

/** Plans the ledger of a registered project that came without one; a contract's ledger stays as signed. */
export const planTechnology = defineProjectCommand({
  name: "absorption.plan-technology",
  input: planTechnologyInput,
  roles: stepRow("absorption.plan-technology").roles,
  states: stepRow("absorption.plan-technology").states,
  rule: (project, input) => {
    if (project.callId !== null) throw conflict("ledger_fixed_by_contract");
    if (!hasLedger(project.cooperationMode)) throw conflict("mode_has_no_ledger");
    const weights = input.technologies.reduce((sum, row) => sum + row.weight, 0);
    if (Math.abs(weights - 1) > 0.0001) throw invalidField("technologies", "weights_not_one");
    for (const [index, row] of input.technologies.entries()) {
      const ends = [row.importBy, row.digestBy, row.absorbBy, row.reinnovateBy];
      const inOrder = ends.every((end, at) => at === 0 || end >= (ends[at - 1] ?? end));
      if (!inOrder) throw invalidField(`technologies.${index}.importBy`, "dates_not_in_order");
    }
  },
  run: async (context, project, input) => {
    await clearUntouched(context.tx, project, context.now);
    const links = await addTechnologies(context, project, input.technologies);
    for (const link of links) await openLinkDuty(context, project, link);
    return {
      data: { technologies: links.length },
      event: childEvent(
        project,
        { type: "project", id: project.id },
        { params: { technologies: input.technologies.map((row) => row.name) } },
      ),
    };
  },
});

/** An earlier plan may be replaced as long as nothing was recorded on it. */
async function clearUntouched(tx: Tx, project: ProjectRecord, now: Date): Promise<void> {
  const touched = await tx.ledgerLink.count({
    where: {
      projectId: project.id,
      technology: { removedAt: null },
      OR: [
        { status: { not: "open" } },
        { evidence: { some: {} } },
        { ledgerFigures: { some: {} } },
        { technology: { masteryAt: { not: null } } },
      ],
    },
  });
  if (touched > 0) throw conflict("ledger_in_use");
  await tx.technology.updateMany({
    where: { projectId: project.id, removedAt: null },
    data: { removedAt: now },
  });
  await cancelDuties(tx, { projectId: project.id, kind: "absorption.prove_link" }, now);
}
