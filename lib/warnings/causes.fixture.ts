import { begin, examplePlan } from "@/lib/absorption/begin.fixture";
import { newId } from "@/lib/kernel/ids";
import type { InsertedProject, World } from "@/test/world";
import type { WarningRuleId } from "./rules";

export const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

export const guard = (project: InsertedProject) => ({
  projectId: project.id,
  unitId: project.unitId,
  districtId: project.districtId,
});

/** A running project in which nothing is due for years. */
export async function quiet(
  world: World,
  options: Parameters<typeof begin>[1] = {},
): Promise<InsertedProject> {
  const far = { importBy: "2031-01-01", digestBy: "2031-02-01", absorbBy: "2031-03-01" };
  const technologies = examplePlan.technologies
    .slice(0, 1)
    .map((row) => ({ ...row, ...far, reinnovateBy: "2031-04-01" }));
  const plan = { ...examplePlan, technologies, milestones: [], tranches: [] };
  const project = await begin(world, options, plan);
  await world.owner.periodicReport.deleteMany({ where: { projectId: project.id } });
  await world.owner.midTermCheck.deleteMany({ where: { projectId: project.id } });
  return project;
}

export const linkOf = (world: World, project: InsertedProject, link: string) =>
  world.owner.ledgerLink.findFirstOrThrow({
    where: { projectId: project.id, link },
    select: { id: true, technologyId: true },
  });

/** Lays a cause that begins on a day, and answers how to take it away on another. */
type Lay = (
  world: World,
  project: InsertedProject,
  since: string,
) => Promise<(on: string) => Promise<unknown>>;

const payment = (world: World, project: InsertedProject, at: Date) => ({
  ...guard(project),
  purpose: "grant",
  amount: "360000",
  originalAmount: "360000",
  issuedAt: at,
  issuedById: world.id("officer"),
});

/** The causes that begin on a day of their own; R goes by money instead. */
export const layCause = {
  link_late: async (world, project, since) => {
    const { id } = await linkOf(world, project, "import");
    await world.owner.ledgerLink.update({ where: { id }, data: { plannedTo: day(since) } });
    return () => world.owner.ledgerLink.update({ where: { id }, data: { status: "closed" } });
  },
  undigested: async (world, project, since) => {
    const link = await linkOf(world, project, "import");
    const digest = await linkOf(world, project, "digest");
    await world.owner.ledgerFigure.create({
      data: {
        id: newId(),
        ...guard(project),
        ledgerLinkId: link.id,
        code: "paid",
        value: "1200000",
        unit: "yuan",
        asOf: day(since),
        recordedById: world.id("filler"),
        recordedAt: world.now(),
      },
    });
    const where = { id: digest.id };
    return (on) => world.owner.ledgerLink.update({ where, data: { actualFrom: day(on) } });
  },
  milestone_late: async (world, project, since) => {
    const id = newId();
    await world.owner.milestone.create({
      data: { id, ...guard(project), name: "样机完成", plannedOn: day(since) },
    });
    return (on) => world.owner.milestone.update({ where: { id }, data: { doneOn: day(on) } });
  },
  report_late: async (world, project, since) => {
    const id = newId();
    const form = await world.owner.formVersion.findFirstOrThrow({ select: { id: true } });
    await world.owner.periodicReport.create({
      data: {
        id,
        ...guard(project),
        kind: "annual",
        period: 2026,
        formVersionId: form.id,
        dueAt: new Date(`${since}T15:59:59.999Z`),
      },
    });
    return () =>
      world.owner.periodicReport.update({ where: { id }, data: { status: "submitted" } });
  },
  mid_term_late: async (world, project, since) => {
    const id = newId();
    await world.owner.midTermCheck.create({
      data: { id, ...guard(project), dueAt: new Date(`${since}T15:59:59.999Z`) },
    });
    return () =>
      world.owner.midTermCheck.update({ where: { id }, data: { status: "self_report" } });
  },
  person_gone: async (world, project, since) => {
    const member = { ...guard(project), name: "吴敏", part: "key" };
    await world.owner.projectMember.create({
      data: { id: newId(), ...member, validFrom: day("2026-01-01"), validTo: day(since) },
    });
    const next = { ...guard(project), name: "郑源", part: "member" };
    return (on) =>
      world.owner.projectMember.create({ data: { id: newId(), ...next, validFrom: day(on) } });
  },
  money_stuck: async (world, project, since) => {
    const id = newId();
    const at = new Date(`${since}T02:00:00Z`);
    await world.owner.payment.create({ data: { id, ...payment(world, project, at) } });
    return () => world.owner.payment.update({ where: { id }, data: { status: "held" } });
  },
  money_idle: async (world, project, since) => {
    const at = new Date(`${since}T02:00:00Z`);
    const received = { status: "received", receivedAt: at };
    await world.owner.payment.create({
      data: { id: newId(), ...payment(world, project, at), ...received },
    });
    const where = { id: project.id };
    return () => world.owner.project.update({ where, data: { spentAmount: "180000" } });
  },
} satisfies Partial<Record<WarningRuleId, Lay>> as Record<Exclude<WarningRuleId, "ratio_low">, Lay>;
