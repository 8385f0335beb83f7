import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ProjectRecord } from "@/lib/project/load";
import type { LinkFacts } from "./rules";
import { linkTemplate } from "./template";

/** What the ledger's rules and matrix need of one link. */
export const linkSelect = {
  id: true,
  link: true,
  position: true,
  technologyId: true,
  plannedFrom: true,
  plannedTo: true,
  actualFrom: true,
  actualTo: true,
  status: true,
  cost: true,
  plannedCost: true,
  confirmedCost: true,
  returnedReason: true,
  submittedAt: true,
  confirmedByName: true,
  confirmedAt: true,
  version: true,
  evidence: {
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      criterionCode: true,
      description: true,
      datedOn: true,
      status: true,
      reason: true,
      reviewedByName: true,
      reviewedAt: true,
      fileId: true,
      recordType: true,
      recordId: true,
      file: { select: { sha256: true, originalName: true } },
    },
  },
  meritOpinions: {
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      expertId: true,
      expertName: true,
      question: true,
      requestedAt: true,
      dueAt: true,
      status: true,
      verdict: true,
      text: true,
      givenAt: true,
      version: true,
    },
  },
  ledgerFigures: {
    orderBy: [{ asOf: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
    select: {
      code: true,
      value: true,
      numerator: true,
      denominator: true,
      unit: true,
      basis: true,
      asOf: true,
    },
  },
} as const satisfies Prisma.LedgerLinkSelect;

export type LinkRow = Prisma.LedgerLinkGetPayload<{ select: typeof linkSelect }>;

interface TechnologyFacts {
  name: string;
  mastery: number;
  main: boolean;
  trlScaleId: string;
  trlNow: number | null;
  pointsTotal: number | null;
  template: { definition: unknown };
}

/** The facts of the ledger's rules for a link, from its row, its technology and its siblings. */
export function factsOf(
  link: LinkRow,
  technology: TechnologyFacts,
  siblings: readonly { position: number; status: string }[],
): LinkFacts {
  return {
    template: linkTemplate(technology.template.definition, link.link),
    formerClosed: siblings.every(
      (sibling) => sibling.position >= link.position || sibling.status === "closed",
    ),
    evidence: link.evidence,
    figures: new Map(link.ledgerFigures.map((figure) => [figure.code, figure.value.toString()])),
    technology,
  };
}

/** A link of this project with its technology and its siblings; null when there is none in use. */
export async function findLink(tx: Tx, project: ProjectRecord, input: { linkId: string }) {
  const row = await tx.ledgerLink.findFirst({
    where: { id: input.linkId, projectId: project.id, technology: { removedAt: null } },
    select: {
      ...linkSelect,
      technology: {
        select: {
          name: true,
          mastery: true,
          main: true,
          trlScaleId: true,
          trlNow: true,
          pointsTotal: true,
          template: { select: { definition: true } },
          ledgerLinks: {
            orderBy: { position: "asc" },
            select: { id: true, position: true, status: true },
          },
        },
      },
    },
  });
  if (row === null) return null;
  const { technology, ...link } = row;
  return {
    ...link,
    technologyName: technology.name,
    siblings: technology.ledgerLinks,
    facts: factsOf(link, technology, technology.ledgerLinks),
  };
}

export type LoadedLink = NonNullable<Awaited<ReturnType<typeof findLink>>>;
