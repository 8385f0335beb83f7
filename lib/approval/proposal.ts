import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { daySchema, undertakingPlan, yuanSchema } from "@/lib/project/plan";

/**
 * The parts of a proposal that approval reads. A part that is absent or older than its present form
 * counts as not given; the application room judges completeness.
 */
const excerpt = z.object({
  grantRequested: yuanSchema.optional().catch(undefined),
  startsOn: daySchema.optional().catch(undefined),
  endsOn: daySchema.optional().catch(undefined),
  summary: z.string().optional().catch(undefined),
  background: z.string().optional().catch(undefined),
  partners: z.array(z.object({ name: z.string() })).catch([]),
  avoidExperts: z.array(z.string()).catch([]),
  undertaking: undertakingPlan.optional().catch(undefined),
});

export type ProposalExcerpt = z.output<typeof excerpt>;

/** The latest proposal of a project: what was submitted, else the last draft; empty when there is none. */
export async function latestProposal(tx: Tx, projectId: string): Promise<ProposalExcerpt> {
  const submitted = await tx.proposal.findFirst({
    where: { projectId, submittedAt: { not: null } },
    orderBy: { version: "desc" },
    select: { content: true },
  });
  const row =
    submitted ??
    (await tx.proposal.findFirst({
      where: { projectId },
      orderBy: { version: "desc" },
      select: { content: true },
    }));
  return excerpt.parse(row?.content ?? { partners: [], avoidExperts: [] });
}
