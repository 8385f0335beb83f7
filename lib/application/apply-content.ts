import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { sumYuan } from "@/lib/kernel/money";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { searchColumns } from "@/lib/project/search";
import type { ProposalContent } from "./proposal";

type Guarded = Pick<ProjectRecord, "id" | "unitId" | "districtId">;
type Context = Pick<CommandContext, "tx" | "now">;

export const storedDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** All money of the proposal's budget, in yuan. */
export const budgetOf = (content: Pick<ProposalContent, "budget">): string =>
  sumYuan(content.budget.map((line) => line.amount));

/** The columns of the project that a submitted proposal fills. */
export function projectColumns(
  project: Pick<ProjectRecord, "unitName">,
  content: ProposalContent,
  number: string | null,
): Prisma.ProjectUncheckedUpdateManyInput {
  const budgetTotal = budgetOf(content);
  return {
    number,
    title: content.title,
    titleEn: content.titleEn || null,
    countryCode: content.countryCode,
    industryCode: content.industryCode,
    secondaryIndustryCode: content.secondaryIndustryCode || null,
    cooperationMode: content.cooperationMode,
    summary: content.summary,
    investigatorName: content.investigator.name,
    startsOn: storedDay(content.startsOn),
    endsOn: storedDay(content.endsOn),
    grantAmount: content.grantRequested,
    ownAmount: content.ownFunds,
    budgetTotal,
    adjustedBudget: budgetTotal,
    ...searchColumns([content.title, content.titleEn, number, project.unitName]),
  };
}

/** Partners, team and planned money as the proposal names them; an earlier submission's give way. */
export async function replaceChildren(
  context: Context,
  project: Guarded,
  content: ProposalContent,
): Promise<void> {
  await replacePartners(context, project, content);
  await replaceMembers(context, project, content);
  await replaceFunding(context, project, content);
}

async function replacePartners({ tx, now }: Context, project: Guarded, content: ProposalContent) {
  await tx.projectPartner.deleteMany({ where: { projectId: project.id } });
  for (const partner of content.partners) {
    await tx.projectPartner.create({
      data: {
        id: newId(),
        ...guardedBy(project),
        partnerId: await partnerId(tx, now, partner),
        name: partner.name,
        countryCode: partner.countryCode,
        validFrom: storedDay(content.startsOn),
      },
      select: { id: true },
    });
  }
}

/** The partner of this name and country in the register; a new one is added. */
export async function partnerId(
  tx: Tx,
  now: Date,
  partner: { name: string; nameEn?: string; countryCode: string; type: string },
): Promise<string> {
  const known = await tx.partner.findFirst({
    where: { name: partner.name, countryCode: partner.countryCode },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (known) return known.id;
  const { id } = await tx.partner.create({
    data: {
      id: newId(),
      name: partner.name,
      nameEn: partner.nameEn || null,
      countryCode: partner.countryCode,
      type: partner.type,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}

async function replaceMembers({ tx }: Context, project: Guarded, content: ProposalContent) {
  await tx.projectMember.deleteMany({ where: { projectId: project.id } });
  const { investigator, members, startsOn } = content;
  const team = [
    { name: investigator.name, part: "investigator", title: investigator.title, tasks: undefined },
    ...members,
  ];
  await tx.projectMember.createMany({
    data: team.map((member) => ({
      id: newId(),
      ...guardedBy(project),
      name: member.name,
      part: member.part,
      title: member.title || null,
      tasks: member.tasks || null,
      validFrom: storedDay(startsOn),
    })),
  });
}

async function replaceFunding({ tx }: Context, project: Guarded, content: ProposalContent) {
  await tx.fundingLine.deleteMany({ where: { projectId: project.id, kind: "planned" } });
  const sources = [...new Set(content.budget.map((line) => line.source))];
  await tx.fundingLine.createMany({
    data: sources.map((source) => {
      const amount = sumYuan(
        content.budget.filter((line) => line.source === source).map((line) => line.amount),
      );
      return {
        id: newId(),
        ...guardedBy(project),
        source,
        year: Number(content.startsOn.slice(0, 4)),
        amount,
        originalAmount: amount,
        kind: "planned",
      };
    }),
  });
}
