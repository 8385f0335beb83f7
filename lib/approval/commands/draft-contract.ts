import { applicantRoles, bureauRoles } from "@/lib/access/roles";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { formVersionOf } from "@/lib/reference/forms";
import { contentFor, contractHash, pendingContract } from "../contract";
import { draftContractInput } from "../schema";

const contractForm = {
  code: "contract",
  title: { zh: "项目合同", en: "Contract" },
  schema: draftContractInput,
};

/** Writes a new version of the contract while it lies with the unit; the earlier ones stay. */
export const draftContract = defineProjectCommand({
  name: "approval.draft-contract",
  input: draftContractInput,
  roles: [...applicantRoles, ...bureauRoles],
  states: ["contracting"],
  rule: (project, input) => {
    if (project.version !== input.version) {
      throw conflict("version_conflict", { version: project.version });
    }
    if ((project.subStatus ?? "with_unit") !== "with_unit") throw conflict("contract_under_way");
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    const { startsOn, endsOn, researchContent, terms, undertaking } = input;
    const content = await contentFor(tx, project, {
      startsOn,
      endsOn,
      researchContent,
      terms,
      undertaking,
    });
    const last = await pendingContract(tx, project.id);
    const version = (last?.version ?? 0) + 1;
    const contentHash = contractHash(content);
    const id = newId();
    await tx.contract.updateMany({
      where: { projectId: project.id, effectiveAt: null },
      data: { status: "superseded" },
    });
    await tx.contract.create({
      data: {
        id,
        ...guardedBy(project),
        version,
        status: "drafting",
        content,
        contentHash,
        startsOn: new Date(content.startsOn),
        endsOn: new Date(content.endsOn),
        createdAt: now,
        formVersionId: await formVersionOf(tx, contractForm, now),
      },
      select: { id: true },
    });
    return {
      data: { contractId: id, contractVersion: version, contentHash },
      event: childEvent(
        project,
        { type: "contract", id },
        { params: { contractVersion: version }, fileHashes: [contentHash] },
      ),
    };
  },
});
