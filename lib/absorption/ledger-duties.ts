import type { CommandContext } from "@/lib/kernel/command";
import { endOfShanghaiDay } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { linkIds } from "./links";

export interface DutyLink {
  id: string;
  link: string;
  plannedTo: Date;
  technologyName: string;
}

/** Puts a link on its unit's desk: to be proved and submitted by its planned end. */
export async function openLinkDuty(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  link: DutyLink,
  returned = false,
): Promise<void> {
  await openDuty(tx, project, {
    kind: "absorption.prove_link",
    subject: { type: "ledger_link", id: link.id },
    holderRole: "filler",
    since: now,
    dueAt: endOfShanghaiDay(dayText(link.plannedTo)),
    returned,
    params: { link: link.link, technology: link.technologyName },
  });
}

/** After a link is closed: the next one of the technology comes to the unit's desk. */
export async function openFollowingLinkDuty(
  context: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  closed: { technologyId: string; position: number },
): Promise<void> {
  const next = await context.tx.ledgerLink.findFirst({
    where: {
      projectId: project.id,
      technologyId: closed.technologyId,
      position: closed.position + 1,
      status: { in: ["open", "returned"] },
    },
    select: { id: true, link: true, plannedTo: true, technology: { select: { name: true } } },
  });
  if (next === null) return;
  await openLinkDuty(context, project, { ...next, technologyName: next.technology.name });
}

/** The first link of the chain, whose duty opens when the ledger begins. */
export const firstLink = linkIds[0];
