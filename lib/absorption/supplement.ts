import type { Role } from "@/lib/access/roles";
import { contractHash, nextHolder } from "@/lib/approval/contract";
import { contractContent } from "@/lib/approval/schema";
import type { Tx } from "@/lib/db/client";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { dayText } from "@/lib/lifecycle/due";
import { guardedBy } from "@/lib/project/command";
import { contractParties } from "@/lib/project/facts";
import type { ProjectRecord } from "@/lib/project/load";
import type { AgreedChange } from "./apply-change";
import { handOver } from "./desk";

type SupplementContext = Pick<CommandContext, "tx" | "actor" | "now">;

const signers: Readonly<Record<string, Role>> = {
  unit: "unit_admin",
  district: "district_officer",
  bureau: "bureau_officer",
};

/**
 * Writes the supplementary agreement of a change of the foreign partner: the contract in force with
 * the new partner, to be signed again by every party (domain.md §1.5). Answers false where the
 * project has no contract in Kehe: then the agreement handed in with the request is all there is.
 */
export async function openSupplement(
  context: SupplementContext,
  project: ProjectRecord,
  change: AgreedChange & { reason: string },
): Promise<boolean> {
  const { tx, now } = context;
  const inForce = await tx.contract.findFirst({
    where: { projectId: project.id, effectiveAt: { not: null } },
    orderBy: { version: "desc" },
    select: { content: true, startsOn: true, endsOn: true },
  });
  const base = contractContent.safeParse(inForce?.content);
  const { partner } = change.payload;
  if (!inForce || !base.success || !partner) return false;
  const startsOn = project.startsOn ?? inForce.startsOn;
  const endsOn = project.endsOn ?? inForce.endsOn;
  const content = contractContent.parse({
    ...base.data,
    startsOn: dayText(startsOn),
    endsOn: dayText(endsOn),
    supplement: {
      changeId: change.id,
      reason: change.reason,
      partner: {
        name: partner.name,
        nameEn: partner.nameEn ?? "",
        countryCode: partner.countryCode,
      },
      formerPartner: await formerPartner(tx, project.id, change.payload.formerPartnerId),
    },
  });
  await tx.contract.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      version: await nextVersion(tx, project.id),
      status: "signing",
      content,
      contentHash: contractHash(content),
      startsOn,
      endsOn,
      createdAt: now,
      changeRequestId: change.id,
    },
    select: { id: true },
  });
  await askToSign(context, project, change.id, "unit");
  return true;
}

async function nextVersion(tx: Tx, projectId: string): Promise<number> {
  const last = await tx.contract.aggregate({ where: { projectId }, _max: { version: true } });
  return (last._max.version ?? 0) + 1;
}

async function formerPartner(tx: Tx, projectId: string, id: string | undefined): Promise<string> {
  const rows = await tx.projectPartner.findMany({
    where: { projectId, validTo: null, ...(id ? { id } : {}) },
    orderBy: { name: "asc" },
    select: { name: true },
  });
  return rows
    .map(({ name }) => name)
    .join("、")
    .slice(0, 200);
}

/** Puts the agreement on this party's desk; what lay on another's is done. */
export function askToSign(
  context: SupplementContext,
  project: ProjectRecord,
  changeId: string,
  party: string,
): Promise<void> {
  return handOver(
    context,
    project,
    { type: "change_request", id: changeId },
    {
      kind: "absorption.sign_supplement",
      holderRole: signers[party] ?? "bureau_officer",
      within: "limit_supplement_signing",
    },
  );
}

/** Agreements that nobody will sign any more. */
export async function dropSupplements(
  tx: Tx,
  where: { projectId: string; changeRequestId?: string },
): Promise<void> {
  await tx.contract.updateMany({
    where: { changeRequestId: { not: null }, ...where, effectiveAt: null, status: "signing" },
    data: { status: "superseded" },
  });
}

/** The agreement that a change waits for, with the party whose turn it is; null when there is none. */
export async function supplementOf(
  tx: Tx,
  project: Pick<ProjectRecord, "id" | "districtId">,
  changeId: string,
) {
  const contract = await tx.contract.findFirst({
    where: {
      projectId: project.id,
      changeRequestId: changeId,
      effectiveAt: null,
      status: "signing",
    },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      contentHash: true,
      signatures: { select: { party: true } },
    },
  });
  if (contract === null) return null;
  const signed = new Set(contract.signatures.map(({ party }) => party));
  const turn = contractParties(project.districtId).find((party) => !signed.has(party)) ?? null;
  return { ...contract, turn };
}

/** The party that signs after this one; null when it was the last. */
export function partyAfter(districtId: string, party: string): string | null {
  const next = nextHolder(districtId, party);
  if (next === null) return null;
  return next === "with_district" ? "district" : "bureau";
}
