import type { Actor } from "@/lib/access/actor";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { contractParties } from "@/lib/project/facts";
import { type ProjectRecord, readProject } from "@/lib/project/load";
import { partyToSign } from "./contract";
import { latestProposal } from "./proposal";
import { type ContractContent, contractContent } from "./schema";

export interface ContractDto {
  id: string;
  contractVersion: number;
  status: string;
  content: ContractContent | null;
  contentHash: string | null;
  startsOn: Date;
  endsOn: Date;
  createdAt: Date;
  effectiveAt: Date | null;
  signatures: { party: string; byName: string; byRole: string; at: Date; fileId: string | null }[];
  /** Parties that still have to sign, in their order. */
  missing: string[];
  /** The party that holds the papers now; null once in force. */
  turn: string | null;
}

/** All versions of a project's contract, the newest first; contracts are no expert's business. */
export async function contractsOf(tx: Tx, actor: Actor, projectId: string): Promise<ContractDto[]> {
  if (seesOnlyAsExpert(actor)) return [];
  const project = await readProject(tx, actor, projectId);
  if (project === null) return [];
  const rows = await tx.contract.findMany({
    where: { projectId },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      status: true,
      content: true,
      contentHash: true,
      startsOn: true,
      endsOn: true,
      createdAt: true,
      effectiveAt: true,
      signatures: {
        orderBy: { at: "asc" },
        select: { party: true, byName: true, byRole: true, at: true, fileId: true },
      },
    },
  });
  const parties = contractParties(project.districtId);
  return rows.map(({ version, content, ...row }, index) => ({
    ...row,
    contractVersion: version,
    content: contractContent.safeParse(content).data ?? null,
    missing: parties.filter((party) => !row.signatures.some((one) => one.party === party)),
    turn: index === 0 ? turnOf(project, row, parties) : null,
  }));
}

/** Whose turn it is: by where a first contract lies, by who has signed a supplementary agreement. */
function turnOf(
  project: ProjectRecord,
  contract: { status: string; signatures: readonly { party: string }[] },
  parties: readonly string[],
): string | null {
  if (project.state === "contracting") return partyToSign(project);
  if (contract.status !== "signing") return null;
  return parties.find((party) => !contract.signatures.some((one) => one.party === party)) ?? null;
}

/** What a first draft of the contract can take from the proposal, for the form. */
export async function contractDefaults(tx: Tx, actor: Actor, projectId: string) {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  const { startsOn, endsOn, undertaking, summary, background } = await latestProposal(
    tx,
    projectId,
  );
  return {
    grant: project.grantAmount.toFixed(2),
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    researchContent: [summary, background].filter(Boolean).join("\n\n"),
    undertaking: undertaking ?? null,
  };
}
