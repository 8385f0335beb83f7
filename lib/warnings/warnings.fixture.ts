import type { World } from "@/test/world";

/** The clock at noon in Shanghai on a day. */
export const noon = (day: string): string => `${day}T04:00:00Z`;

/** Open and closed warnings of a project, oldest first. */
export const warningsOf = (world: World, projectId: string) =>
  world.owner.warning.findMany({
    where: { projectId },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      rule: true,
      level: true,
      subjectType: true,
      subjectId: true,
      stage: true,
      holderRole: true,
      since: true,
      params: true,
      closedAt: true,
    },
  });

/** The verbs of a project's warning events, in the order of the chain, as `verb rule`. */
export async function eventsOf(world: World, projectId: string): Promise<string[]> {
  const rows = await world.owner.event.findMany({
    where: { projectId, command: { startsWith: "warnings." } },
    orderBy: { seq: "asc" },
    select: { command: true, params: true },
  });
  return rows.map(({ command, params }) => {
    const rule = params !== null && typeof params === "object" && "rule" in params && params.rule;
    return `${command.slice("warnings.".length)} ${rule}`;
  });
}

/** The desks on which a project's warnings lie now. */
export const desksOf = (world: World, projectId: string) =>
  world.owner.duty.findMany({
    where: { projectId, subjectType: "warning", status: "open" },
    orderBy: { kind: "asc" },
    select: { kind: true, holderRole: true, holderUserId: true, exceptUserId: true, dueAt: true },
  });
