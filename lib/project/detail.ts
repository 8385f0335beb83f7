import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { visibleLinks } from "@/lib/documents/scope";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isId } from "@/lib/kernel/ids";
import type { Turn } from "@/lib/lifecycle/facts";
import { turnOf } from "@/lib/lifecycle/turn";
import { actionsFor, type OfferedAction } from "./actions";
import { loadFacts } from "./facts";
import { type ProjectRecord, projectSelect, toRecord } from "./load";

const detailSelect = {
  id: true,
  number: true,
  title: true,
  titleEn: true,
  origin: true,
  upperDocumentNumber: true,
  programmeLevel: true,
  unitId: true,
  unitName: true,
  districtId: true,
  administrativeDistrictId: true,
  managingUnitId: true,
  state: true,
  subStatus: true,
  stateSince: true,
  dueAt: true,
  version: true,
  year: true,
  countryCode: true,
  industryCode: true,
  secondaryIndustryCode: true,
  cooperationMode: true,
  summary: true,
  investigatorName: true,
  startsOn: true,
  endsOn: true,
  grantAmount: true,
  ownAmount: true,
  budgetTotal: true,
  adjustedBudget: true,
  spentAmount: true,
  lightProfile: true,
  indicatorSetId: true,
  acceptanceResult: true,
  finalScore: true,
  grade: true,
  returnedFrom: true,
  createdAt: true,
  updatedAt: true,
  call: { select: { id: true, code: true, title: true, titleEn: true } },
  unit: { select: { uscc: true, type: true, nameEn: true } },
  partners: {
    orderBy: { validFrom: "asc" },
    select: { id: true, name: true, countryCode: true, validFrom: true, validTo: true },
  },
  members: {
    orderBy: { id: "asc" },
    select: { id: true, name: true, part: true, title: true, validFrom: true, validTo: true },
  },
  fundingLines: {
    orderBy: [{ year: "asc" }, { source: "asc" }],
    select: {
      id: true,
      source: true,
      year: true,
      amount: true,
      currency: true,
      originalAmount: true,
      kind: true,
    },
  },
} as const satisfies Prisma.ProjectSelect;

export type ProjectDetail = Omit<
  Prisma.ProjectGetPayload<{ select: typeof detailSelect }>,
  keyof ProjectRecord
> &
  ProjectRecord & {
    turn: Turn | null;
    actions: OfferedAction[];
  };

/** One project as its page shows it, with the actions that the server allows; null outside the scope. */
export async function projectDetail(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ProjectDetail | null> {
  const row = isId(id)
    ? await tx.project.findFirst({
        where: { AND: [{ id }, projectScope(actor)] },
        select: { ...projectSelect, ...detailSelect },
      })
    : null;
  if (row === null) return null;
  const record = toRecord(row);
  const facts = await loadFacts(tx, record, now);
  return {
    ...row,
    ...record,
    turn: turnOf(record, now),
    actions: actionsFor(actor, { ...record, facts }, now),
  };
}

const documentSelect = {
  id: true,
  documentKind: true,
  subjectType: true,
  version: true,
  audience: true,
  linkedByName: true,
  linkedAt: true,
  file: { select: { id: true, originalName: true, size: true, mediaType: true, sha256: true } },
} as const satisfies Prisma.FileLinkSelect;

/** The project's documents in force: those that the actor may also download. */
export function projectDocuments(tx: Tx, actor: Actor, projectId: string) {
  return tx.fileLink.findMany({
    where: { AND: [{ projectId }, visibleLinks(actor)] },
    orderBy: [{ documentKind: "asc" }, { linkedAt: "desc" }],
    select: documentSelect,
  });
}
