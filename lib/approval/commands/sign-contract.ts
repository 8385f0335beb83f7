import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import { linkFiles } from "@/lib/documents/link";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { maySignFor, nextHolder, partyToSign, requireContract } from "../contract";
import { signContractInput } from "../schema";
import { actorId } from "../seats";

const signers: readonly Role[] = ["unit_admin", "district_officer", ...bureauRoles];

/** The party whose turn it is signs what it saw, and the papers go on: unit, district, bureau. */
export const signContract = defineProjectCommand({
  name: "approval.sign-contract",
  input: signContractInput,
  roles: signers,
  states: ["contracting"],
  allow: (actor, project) => {
    const turn = maySignFor(actor, project, partyToSign(project));
    return isAllowed(turn) ? turn : mayAs(actor, project, signers);
  },
  rule: (project, input, _now, actor) => {
    if (project.version !== input.version) {
      throw conflict("version_conflict", { version: project.version });
    }
    if (!project.facts.contractDrafted) throw conflict("contract_missing");
    const party = partyToSign(project);
    if (!isAllowed(maySignFor(actor, project, party))) throw conflict("not_your_turn", { party });
    if (!project.facts.missingSignatures.includes(party)) throw conflict("already_signed");
  },
  run: async (context, project, input) => {
    const { tx, actor, as, now } = context;
    const contract = await requireContract(tx, project.id, input);
    const party = partyToSign(project);
    const documents = input.documents ?? [];
    const subject = { type: "contract", id: contract.id };
    const hashes = await linkFiles(context, project, subject, documents, {
      version: contract.version,
    });
    await tx.signature.create({
      data: {
        id: newId(),
        ...guardedBy(project),
        contractId: contract.id,
        party,
        byId: actorId(context),
        byName: actor.name,
        byRole: as,
        at: now,
        contentHash: input.contentHash,
        fileId: documents[0]?.fileId ?? null,
      },
      select: { id: true },
    });
    const next = nextHolder(project.districtId, party);
    await tx.contract.update({
      where: { id: contract.id },
      data: { status: next === null ? "signed" : "signing" },
      select: { id: true },
    });
    await passTo(context, project, next ?? "with_bureau");
    if (next === null) {
      await openDuty(tx, project, {
        kind: "approval.bring-contract-into-force",
        subject,
        holderRole: "bureau_officer",
        since: now,
        dueAt: project.dueAt,
      });
    }
    return {
      data: { projectId: project.id, version: project.version + 1, party, next },
      event: childEvent(project, subject, {
        params: { party, contractVersion: contract.version },
        fileHashes: [input.contentHash, ...hashes],
      }),
    };
  },
});
