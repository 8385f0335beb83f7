import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { mayAs, type Verdict } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import { canonical } from "@/lib/audit/event";
import type { Tx } from "@/lib/db/client";
import { targetProblems } from "@/lib/evaluation/targets";
import { conflict, type FieldProblems, invalid } from "@/lib/kernel/errors";
import { dayText } from "@/lib/lifecycle/due";
import type { SubStatus } from "@/lib/lifecycle/states";
import { contractParties } from "@/lib/project/facts";
import type { ProjectRecord } from "@/lib/project/load";
import { latestProposal } from "./proposal";
import { contractProblems, scaledTranches } from "./rules";
import { type ContractContent, contractContent } from "./schema";

/** The latest version of a project's contract that is not yet in force. */
export function pendingContract(tx: Tx, projectId: string) {
  return tx.contract.findFirst({
    where: { projectId, effectiveAt: null },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      status: true,
      content: true,
      contentHash: true,
      signatures: { select: { id: true, party: true, contentHash: true } },
    },
  });
}

/** SHA-256 of a contract's content in canonical form: what each party signs. */
export const contractHash = (content: ContractContent): string =>
  createHash("sha256").update(canonical(content)).digest("hex");

export type ContractParts = Partial<
  Pick<ContractContent, "startsOn" | "endsOn" | "researchContent" | "terms" | "undertaking">
>;

/**
 * A contract's content: what was given, else the last draft's, else the proposal's with its tranches
 * scaled to the grant. Refuses (422) what no party could sign.
 */
export async function contentFor(
  tx: Tx,
  project: ProjectRecord,
  given: ContractParts,
): Promise<ContractContent> {
  const grant = project.grantAmount.toFixed(2);
  const base = await startingPoint(tx, project, grant);
  const parsed = contractContent.safeParse({ ...base, ...defined(given), grant });
  if (!parsed.success) {
    const fields: FieldProblems = {};
    for (const issue of parsed.error.issues) {
      fields[issue.path.map(String).join(".")] = [{ code: "contract_part_missing" }];
    }
    throw invalid(fields);
  }
  const problems = contractProblems(parsed.data);
  const targets = await targetFaults(tx, project, parsed.data);
  if (problems.length + targets.length > 0) {
    const all = [...problems, ...targets];
    throw invalid(Object.fromEntries(all.map(({ field, code }) => [field, [{ code }]])));
  }
  return parsed.data;
}

/** Targets that the project's indicator set could not freeze. */
async function targetFaults(tx: Tx, project: ProjectRecord, content: ContractContent) {
  if (project.indicatorSetId === null) throw conflict("indicator_set_missing");
  const indicators = await tx.indicator.findMany({
    where: { indicatorSetId: project.indicatorSetId },
    select: { code: true, kind: true, defaultTarget: true },
  });
  return targetProblems(indicators, content.undertaking.targets).map(({ at, field, code }) => ({
    field: `undertaking.targets.${at}.${field}`,
    code,
  }));
}

function defined(parts: ContractParts): ContractParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

async function startingPoint(tx: Tx, project: ProjectRecord, grant: string) {
  const last = await pendingContract(tx, project.id);
  const earlier = contractContent.safeParse(last?.content);
  if (earlier.success) return earlier.data;
  const proposal = await latestProposal(tx, project.id);
  const { undertaking } = proposal;
  return {
    title: project.title,
    researchContent: [proposal.summary, proposal.background].filter(Boolean).join("\n\n"),
    terms: "",
    startsOn: proposal.startsOn ?? (project.startsOn ? dayText(project.startsOn) : undefined),
    endsOn: proposal.endsOn ?? (project.endsOn ? dayText(project.endsOn) : undefined),
    undertaking: undertaking && {
      ...undertaking,
      tranches: scaledTranches(undertaking.tranches, grant),
    },
  };
}

const partyOf: Partial<Record<SubStatus, string>> = {
  with_unit: "unit",
  with_district: "district",
  with_bureau: "bureau",
};

const signersOf: Record<string, readonly Role[]> = {
  unit: ["unit_admin"],
  district: ["district_officer"],
  bureau: bureauRoles,
};

/** The party whose turn it is to sign, by where the papers lie; a fresh contract lies with the unit. */
export function partyToSign(project: Pick<ProjectRecord, "subStatus">): string {
  return partyOf[project.subStatus ?? "with_unit"] ?? "unit";
}

/** May this actor sign for that party? */
export function maySignFor(actor: Actor, project: ProjectRecord, party: string): Verdict {
  return mayAs(actor, project, signersOf[party] ?? []);
}

/** Where the papers go after this party; null when it was the last. */
export function nextHolder(districtId: string, party: string): SubStatus | null {
  const parties = contractParties(districtId);
  const next = parties[parties.indexOf(party) + 1];
  if (next === undefined) return null;
  return next === "district" ? "with_district" : "with_bureau";
}

/** The contract that the actor saw: another version or content is a 409. */
export async function requireContract(
  tx: Tx,
  projectId: string,
  seen?: { contractVersion: number; contentHash: string },
) {
  const contract = await pendingContract(tx, projectId);
  if (contract === null) throw conflict("contract_missing");
  if (
    seen &&
    (contract.version !== seen.contractVersion || contract.contentHash !== seen.contentHash)
  ) {
    throw conflict("contract_changed", { version: contract.version });
  }
  return contract;
}
