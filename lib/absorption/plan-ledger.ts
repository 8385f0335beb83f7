import type { z } from "zod";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import type { technologyPlan } from "@/lib/project/plan";
import { storedDay } from "./dates";
import { type DutyLink, firstLink } from "./ledger-duties";
import { type LinkId, linkIds } from "./links";

type TechnologyPlan = z.output<typeof technologyPlan>;

/**
 * Adds key technologies with their four links, on the newest published template of the project's
 * cooperation mode. Answers the first link of each. Throws 409 where no template is published.
 */
export async function addTechnologies(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  plans: readonly TechnologyPlan[],
): Promise<DutyLink[]> {
  const template = await tx.ledgerTemplate.findFirst({
    where: { mode: project.cooperationMode, publishedAt: { lte: now } },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (template === null) throw conflict("ledger_template_missing");
  const last = await tx.technology.aggregate({
    where: { projectId: project.id },
    _max: { position: true },
  });
  const offset = last._max.position ?? 0;
  const technologies = plans.map((plan, index) => ({
    id: newId(),
    ...guardedBy(project),
    name: plan.name,
    position: offset + index + 1,
    weight: String(plan.weight),
    main: plan.main,
    trlScaleId: plan.trlScaleId,
    trlStart: plan.trlStart,
    trlNow: plan.trlStart,
    pointsTotal: plan.pointsTotal,
    templateId: template.id,
  }));
  await tx.technology.createMany({ data: technologies });
  const links = technologies.flatMap((technology, index) => {
    const plan = plans[index];
    return plan ? linkRows(project, technology, plan) : [];
  });
  await tx.ledgerLink.createMany({ data: links.map(({ row }) => row) });
  return links
    .filter(({ row }) => row.link === firstLink)
    .map(({ row, name }) => ({ ...row, technologyName: name }));
}

function linkRows(
  project: ProjectRecord,
  technology: { id: string; name: string },
  plan: TechnologyPlan,
) {
  const ends: Record<LinkId, string> = {
    import: plan.importBy,
    digest: plan.digestBy,
    absorb: plan.absorbBy,
    reinnovate: plan.reinnovateBy,
  };
  const costs: Record<LinkId, string | undefined> = {
    import: plan.importCost,
    digest: plan.digestCost,
    absorb: plan.absorbCost,
    reinnovate: plan.reinnovateCost,
  };
  return linkIds.map((link, index) => ({
    name: technology.name,
    row: {
      id: newId(),
      ...guardedBy(project),
      technologyId: technology.id,
      link,
      position: index + 1,
      plannedTo: storedDay(ends[link]),
      plannedCost: costs[link] ?? null,
    },
  }));
}
