import type { Tx } from "@/lib/db/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import type { ProjectRecord } from "@/lib/project/load";
import { latestProposal } from "./proposal";
import type { Candidate, PanelParties } from "./rules";

/** Whom an expert of this project may have no tie with, and whom the applicant asked to avoid. */
export async function partiesOf(
  tx: Tx,
  project: Pick<ProjectRecord, "id" | "unitId" | "unitName">,
): Promise<PanelParties & { partnerIds: string[] }> {
  const unit = await tx.unit.findUniqueOrThrow({
    where: { id: project.unitId },
    select: { name: true },
  });
  const partners = await tx.projectPartner.findMany({
    where: { projectId: project.id },
    select: { partnerId: true, name: true },
  });
  const proposal = await latestProposal(tx, project.id);
  return {
    unitId: project.unitId,
    names: [
      unit.name,
      project.unitName,
      ...partners.map((partner) => partner.name),
      ...proposal.partners.map((partner) => partner.name),
    ],
    avoid: proposal.avoidExperts,
    partnerIds: partners.map((partner) => partner.partnerId),
  };
}

/** The experts with what the rules of a panel ask; ids that are no expert's are missing. */
export async function loadCandidates(
  tx: Tx,
  where: { ids?: readonly string[] },
  parties: { unitId: string; partnerIds: readonly string[] },
  now: Date,
): Promise<(Candidate & { specialties: string[] })[]> {
  const today = new Date(shanghaiDate(now));
  const rows = await tx.expert.findMany({
    where: where.ids ? { userId: { in: [...where.ids] } } : {},
    orderBy: { userId: "asc" },
    select: {
      userId: true,
      employer: true,
      employerUnitId: true,
      finance: true,
      specialties: true,
      status: true,
      user: { select: { name: true, status: true } },
      expertConflicts: {
        where: {
          validFrom: { lte: today },
          AND: [{ OR: [{ validTo: null }, { validTo: { gte: today } }] }],
          OR: [{ unitId: parties.unitId }, { partnerId: { in: [...parties.partnerIds] } }],
        },
        select: { id: true },
      },
    },
  });
  const cases = await tx.integrityCase.findMany({
    where: { expertId: { in: rows.map((row) => row.userId) }, status: { not: "expired" } },
    select: { expertId: true },
  });
  const open = new Set(cases.map((row) => row.expertId));
  return rows.map((row) => ({
    id: row.userId,
    name: row.user.name,
    employer: row.employer,
    employerUnitId: row.employerUnitId,
    finance: row.finance,
    specialties: row.specialties,
    active: row.status === "active" && row.user.status === "active",
    tied: row.expertConflicts.length > 0,
    integrityOpen: open.has(row.userId),
  }));
}
