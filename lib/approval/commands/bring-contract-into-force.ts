import { startAbsorption } from "@/lib/absorption/start";
import type { Tx } from "@/lib/db/client";
import { linkFiles } from "@/lib/documents/link";
import { freezeBaseline } from "@/lib/evaluation/baseline";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { defineTransition, guardedBy, type LoadedProject } from "@/lib/project/command";
import { requireContract } from "../contract";
import { bringContractIntoForceInput, contractContent } from "../schema";
import { dropApprovalDuties } from "../settle";

/** T17: every party has signed; the goals freeze as a baseline and absorption begins. */
export const bringContractIntoForce = defineTransition({
  name: "approval.bring-contract-into-force",
  transition: "T17",
  input: bringContractIntoForceInput,
  run: async (context, project, input) => {
    const { tx, now } = context;
    const contract = await requireContract(tx, project.id);
    const content = contractContent.parse(contract.content);
    if (contract.signatures.some(({ contentHash }) => contentHash !== contract.contentHash)) {
      throw conflict("contract_changed", { version: contract.version });
    }
    if (project.indicatorSetId === null) throw conflict("indicator_set_missing");
    const startsOn = new Date(content.startsOn);
    const endsOn = new Date(content.endsOn);
    const budget = project.grantAmount.plus(project.ownAmount);
    const funded = { ...project, budgetTotal: budget, adjustedBudget: budget };
    await freezeBaseline(context, funded, {
      cause: "contract",
      indicatorSetId: project.indicatorSetId,
      targets: content.undertaking.targets,
    });
    await startAbsorption(context, { ...funded, startsOn, endsOn }, content.undertaking, {
      contractVersion: contract.version,
    });
    await grantAsDecided(tx, project, startsOn);
    await tx.contract.update({
      where: { id: contract.id },
      data: { status: "in_force", effectiveAt: now },
      select: { id: true },
    });
    await dropApprovalDuties(context, project);
    const subject = { type: "contract", id: contract.id };
    return {
      data: { startsOn, endsOn, budgetTotal: budget, adjustedBudget: budget },
      params: { contractVersion: contract.version },
      fileHashes: [
        ...(contract.contentHash ? [contract.contentHash] : []),
        ...(await linkFiles(context, project, subject, input.documents ?? [], {
          version: contract.version,
        })),
      ],
    };
  },
});

/** What was asked of the city becomes what the city decided; other sources stay as the contract has them. */
async function grantAsDecided(tx: Tx, project: LoadedProject, startsOn: Date): Promise<void> {
  const asked = { projectId: project.id, source: "city", kind: "planned" };
  await tx.fundingLine.deleteMany({ where: asked });
  await tx.fundingLine.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      source: asked.source,
      kind: asked.kind,
      year: startsOn.getUTCFullYear(),
      amount: project.grantAmount,
      originalAmount: project.grantAmount,
    },
    select: { id: true },
  });
}
