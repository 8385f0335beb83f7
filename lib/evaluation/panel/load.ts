import { activeSeats, type Seat } from "@/lib/approval/seats";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict, expectOne } from "@/lib/kernel/errors";

const panelSelect = {
  id: true,
  round: true,
  route: true,
  draw: true,
  opinion: true,
  opinionVerdict: true,
  version: true,
  assignments: {
    where: { status: { in: [...activeSeats] } },
    orderBy: { seat: "asc" },
    select: {
      id: true,
      expertId: true,
      expertName: true,
      seat: true,
      status: true,
      lead: true,
      opinionSignedAt: true,
      dueAt: true,
    },
  },
} as const satisfies Prisma.PanelSelect;

export type AcceptancePanel = Prisma.PanelGetPayload<{ select: typeof panelSelect }>;

/** The panel of this round with the seats in use, or null before it is formed. */
export function findPanel(tx: Tx, projectId: string, round: number) {
  return tx.panel.findFirst({
    where: { projectId, purpose: "acceptance", round },
    select: panelSelect,
  });
}

/** The panel of this round: 409 before it is formed, and where the actor saw an older version. */
export async function panelOf(
  tx: Tx,
  projectId: string,
  round: number,
  seenVersion?: number,
): Promise<AcceptancePanel> {
  const panel = await findPanel(tx, projectId, round);
  if (panel === null) throw conflict("no_votes");
  if (seenVersion !== undefined && panel.version !== seenVersion) {
    throw conflict("version_conflict", { version: panel.version });
  }
  return panel;
}

/** Writes the panel on its version; a faster writer makes this a 409. */
export async function writePanel(
  tx: Tx,
  panel: Pick<AcceptancePanel, "id" | "version">,
  data: Prisma.PanelUncheckedUpdateManyInput,
): Promise<void> {
  expectOne(
    await tx.panel.updateMany({
      where: { id: panel.id, version: panel.version },
      data: { ...data, version: panel.version + 1 },
    }),
  );
}

/** An expert's seat in the acceptance while his vote is due (409 otherwise). */
export function requireWaiting(seat: Seat, seenVersion: number): void {
  if (seat.status === "recused" || seat.status === "replaced") throw conflict("seat_given_back");
  if (seat.status !== "invited" && seat.status !== "accepted") throw conflict("vote_cast");
  if (seat.version !== seenVersion) throw conflict("version_conflict", { version: seat.version });
}
