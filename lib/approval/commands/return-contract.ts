import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { cancelDuties } from "@/lib/project/duties";
import { maySignFor, partyToSign, requireContract } from "../contract";
import { returnContractInput } from "../schema";

const returners: readonly Role[] = ["district_officer", ...bureauRoles];

/** District or bureau sends the contract back to the unit with a reason; signatures fall away. */
export const returnContract = defineProjectCommand({
  name: "approval.return-contract",
  input: returnContractInput,
  roles: returners,
  states: ["contracting"],
  allow: (actor, project) => {
    const party = partyToSign(project);
    if (party === "unit") return mayAs(actor, project, returners);
    const turn = maySignFor(actor, project, party);
    return isAllowed(turn) ? turn : mayAs(actor, project, returners);
  },
  rule: (project, input, _now, actor) => {
    if (project.version !== input.version) {
      throw conflict("version_conflict", { version: project.version });
    }
    const party = partyToSign(project);
    if (party === "unit") throw conflict("contract_with_unit");
    if (!isAllowed(maySignFor(actor, project, party))) throw conflict("not_your_turn", { party });
  },
  run: async (context, project, input) => {
    const { tx, actor, as, now } = context;
    const contract = await requireContract(tx, project.id);
    await tx.signature.deleteMany({ where: { contractId: contract.id } });
    await tx.contract.update({
      where: { id: contract.id },
      data: { status: "returned" },
      select: { id: true },
    });
    await tx.returnNote.create({
      data: {
        id: newId(),
        ...guardedBy(project),
        subjectType: "contract",
        subjectId: contract.id,
        field: "contract",
        reason: input.reason,
        byName: actor.name,
        byRole: as,
        at: now,
      },
      select: { id: true },
    });
    await cancelDuties(
      tx,
      { projectId: project.id, kind: "approval.bring-contract-into-force" },
      now,
    );
    await passTo(context, project, "with_unit", { returned: true });
    return {
      data: { projectId: project.id, version: project.version + 1 },
      event: childEvent(
        project,
        { type: "contract", id: contract.id },
        { params: { contractVersion: contract.version }, reason: input.reason },
      ),
    };
  },
});
