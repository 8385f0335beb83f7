import { linkFiles } from "@/lib/documents/link";
import { freezeBaseline } from "@/lib/evaluation/baseline";
import { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import type { AdvanceOptions } from "@/lib/project/advance";
import { noteHand, type ProjectRecord } from "@/lib/project/load";
import { assertCodes } from "@/lib/reference/codes-in-force";
import { budgetOf, projectColumns, replaceChildren } from "./apply-content";
import { addProposal, latestProposal, type SavedProposal } from "./drafts";
import { nextNumbers } from "./numbers";
import { type ProposalContent, proposalContent } from "./proposal";

/**
 * What T01, T04 and T08 share: freezes the latest version as submitted, copies its facts to the
 * project and its children, freezes the targets as baseline 0 and notes who confirmed. The guard
 * `proposal_complete` has passed before.
 */
export async function submitProposal(
  context: CommandContext,
  project: ProjectRecord,
): Promise<AdvanceOptions> {
  const { tx, actor, now } = context;
  const { saved, content } = await freeze(context, project);
  await assertCodes(tx, now, codesOf(content));
  const number = project.number ?? (await nextNumbers(tx, project.year, 1))[0] ?? null;
  const data = projectColumns(project, content, number);
  await replaceChildren(context, project, content);
  await freezeTargets(context, project, content);
  await noteHand(tx, project.id, actor.userId, "confirmed", now);
  const hashes = await linkFiles(
    context,
    project,
    { type: "proposal", id: saved.id },
    content.documents,
    { version: saved.version },
  );
  return {
    data: { ...data, returnedFrom: null },
    params: {
      number,
      proposalVersion: saved.version,
      contentHash: saved.contentHash,
    },
    fileHashes: [saved.contentHash, ...hashes],
  };
}

/** Marks the latest version as submitted; one that was submitted before is stored anew first. */
async function freeze(
  context: CommandContext,
  project: ProjectRecord,
): Promise<{ saved: SavedProposal; content: ProposalContent }> {
  const { tx, now } = context;
  const latest = await latestProposal(tx, project.id);
  const parsed = proposalContent.safeParse(latest?.content);
  if (latest === null || !parsed.success) throw conflict("proposal_complete");
  const saved =
    latest.submittedAt === null
      ? latest
      : await addProposal(context, project, {
          version: latest.version + 1,
          formVersionId: latest.formVersionId,
          content: parsed.data,
        });
  expectOne(
    await tx.proposal.updateMany({
      where: { id: saved.id, submittedAt: null },
      data: { submittedAt: now },
    }),
  );
  return { saved, content: parsed.data };
}

async function freezeTargets(
  context: CommandContext,
  project: ProjectRecord,
  content: ProposalContent,
): Promise<void> {
  if (project.indicatorSetId === null) throw conflict("indicator_set_missing");
  const total = new Prisma.Decimal(budgetOf(content));
  await freezeBaseline(
    context,
    { ...project, budgetTotal: total, adjustedBudget: total },
    {
      cause: "application",
      indicatorSetId: project.indicatorSetId,
      targets: content.undertaking.targets,
    },
  );
}

function codesOf(content: ProposalContent) {
  return [
    { field: "countryCode", list: "country", code: content.countryCode },
    { field: "industryCode", list: "industry", code: content.industryCode },
    { field: "secondaryIndustryCode", list: "industry", code: content.secondaryIndustryCode },
    { field: "cooperationMode", list: "cooperation_mode", code: content.cooperationMode },
    ...content.partners.flatMap((partner, i) => [
      { field: `partners.${i}.countryCode`, list: "country", code: partner.countryCode },
      { field: `partners.${i}.type`, list: "partner_type", code: partner.type },
    ]),
    ...content.budget.flatMap((line, i) => [
      { field: `budget.${i}.source`, list: "fund_source", code: line.source },
      { field: `budget.${i}.head`, list: "expense", code: line.head },
    ]),
  ];
}
