import { personOf } from "@/lib/access/actor";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { stateIds, stateRow } from "@/lib/lifecycle/states";
import type { Office, OfficePerson } from "./offices";
import { districtDuties } from "./queries";

type MoveContext = Pick<CommandContext, "tx" | "actor" | "now">;

export interface HandedDuty {
  id: string;
  kind: string;
  projectId: string | null;
  dueAt: string | null;
}

/** All that went from one person to another, as it stood. */
export interface HandedItems {
  duties: HandedDuty[];
  projects: string[];
  bodies: string[];
}

interface Hands {
  from: OfficePerson;
  to: OfficePerson;
}

const live = stateIds.filter((state) => stateRow(state).end !== "final");
const most = 2000;

/** Moves what is open in one office from one person to another, and answers what that was. */
export async function moveWork(
  context: MoveContext,
  hands: Hands,
  office: Office,
): Promise<HandedItems> {
  if (office === "bureau") return moveCases(context, hands);
  return {
    duties: await openDuties(context, districtDuties([office.districtId])),
    projects: [],
    bodies: await moveBody(context, hands, office.districtId),
  };
}

/** A district's duties are its office's, so they need no new holder: they go on record as they stand. */
async function openDuties(
  { tx }: MoveContext,
  where: ReturnType<typeof districtDuties>,
): Promise<HandedDuty[]> {
  const rows = await tx.duty.findMany({
    where: { AND: [where, { status: "open" }] },
    orderBy: [{ since: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true, kind: true, projectId: true, dueAt: true },
  });
  return rows.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }));
}

/** The bureau's cases: the projects get a new case officer, and the duties on his own desk follow. */
async function moveCases(context: MoveContext, { from, to }: Hands): Promise<HandedItems> {
  const { tx } = context;
  const projects = await tx.project.findMany({
    where: { caseOfficerId: from.id, state: { in: live } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const ids = projects.map(({ id }) => id);
  const held = { holderUserId: from.id, holderRole: { in: ["bureau_officer", "division_head"] } };
  const duties = await openDuties(context, held);
  await tx.project.updateMany({
    where: { id: { in: ids }, caseOfficerId: from.id },
    data: { caseOfficerId: to.id },
  });
  // Whoever has the case may not take a direct unit's district steps (domain.md §1.2).
  await tx.duty.updateMany({
    where: { projectId: { in: ids }, status: "open", exceptUserId: from.id },
    data: { exceptUserId: to.id },
  });
  await tx.duty.updateMany({
    where: { ...held, status: "open" },
    data: { holderUserId: to.id },
  });
  return { duties, projects: ids, bodies: await moveBody(context, { from, to }, null) };
}

/** The register names the new person from today on; the former entry stays on record. */
async function moveBody(
  { tx, actor, now }: MoveContext,
  { from, to }: Hands,
  districtId: string | null,
): Promise<string[]> {
  const bodies = await tx.liaisonBody.findMany({
    where: {
      validTo: null,
      OR: [{ contactUserId: from.id }, { deputyUserId: from.id }],
      ...(districtId === null ? { kind: "bureau" } : { districtId }),
    },
  });
  const today = shanghaiDate(now);
  for (const { id, version, ...body } of bodies) {
    const named = {
      ...body,
      ...(body.contactUserId === from.id ? { contactUserId: to.id, contactName: to.name } : {}),
      ...(body.deputyUserId === from.id ? { deputyUserId: to.id, deputyName: to.name } : {}),
      recordedById: personOf(actor),
      version: version + 1,
    };
    if (dayText(body.validFrom) >= today) {
      await tx.liaisonBody.updateMany({ where: { id, version }, data: named });
      continue;
    }
    const validTo = new Date(today);
    await tx.liaisonBody.updateMany({ where: { id, version }, data: { validTo } });
    await tx.liaisonBody.create({
      data: { ...named, id: newId(), validFrom: validTo },
      select: { id: true },
    });
  }
  return bodies.map((body) => body.districtId);
}
