import type { Actor } from "@/lib/access/actor";
import { activeSeats } from "@/lib/approval/seats";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type DrawRecord, readDraw, repeatsAlike } from "./record";

const panelSelect = {
  id: true,
  round: true,
  route: true,
  draw: true,
  formedReason: true,
  formedByName: true,
  formedAt: true,
  meetingAt: true,
  meetingPlace: true,
  opinion: true,
  opinionVerdict: true,
  opinionByName: true,
  opinionByRole: true,
  opinionAt: true,
  version: true,
  assignments: {
    where: { status: { in: [...activeSeats] } },
    orderBy: { seat: "asc" },
    select: {
      expertId: true,
      expertName: true,
      status: true,
      lead: true,
      opinionSignedAt: true,
    },
  },
} as const satisfies Prisma.PanelSelect;

/** How a panel was drawn, for the officials: counts, seed, and whether repeating it gives the same. */
function shownDraw(record: DrawRecord) {
  const { seed, at, need, wished, pool, poolHash, excluded, drawn, replacements } = record;
  return {
    seed,
    at,
    need,
    wished,
    pool: pool.length,
    finance: pool.filter((one) => one.finance).length,
    poolHash,
    excluded,
    drawn: drawn.map((id) => pool.find((one) => one.id === id)?.name ?? ""),
    replaced: replacements.length,
    alike: repeatsAlike(record),
  };
}

/** What of a panel the reader may see beside the seats. */
interface Sight {
  draw: boolean;
  opinion: boolean;
}

/** The panel of a round: how it was formed, its meeting, its opinion, and who is awaited. */
export async function panelView(tx: Tx, projectId: string, round: number, sight: Sight) {
  const row = await tx.panel.findFirst({
    where: { projectId, purpose: "acceptance", round },
    select: panelSelect,
  });
  if (row === null) return null;
  const { assignments, draw, formedReason, opinion, opinionVerdict, ...panel } = row;
  const { opinionByName, opinionByRole, opinionAt, ...open } = panel;
  const record = readDraw(draw);
  const voted = assignments.filter(({ status }) => status === "submitted");
  const unsigned = voted.filter(({ opinionSignedAt }) => opinionSignedAt === null);
  const leader = assignments.find(({ lead }) => lead);
  return {
    ...open,
    drawn: record !== null,
    formedReason: sight.draw ? formedReason : null,
    draw: sight.draw && record ? shownDraw(record) : null,
    leaderId: leader?.expertId ?? null,
    leaderName: leader?.expertName ?? null,
    drafted: opinion !== null,
    opinion:
      sight.opinion && opinion !== null
        ? { text: opinion, verdict: opinionVerdict, opinionByName, opinionByRole, opinionAt }
        : null,
    seats: assignments.length,
    voted: voted.length,
    signed: voted.length - unsigned.length,
    votesAwaited: assignments
      .filter(({ status }) => status !== "submitted")
      .map(({ expertName }) => expertName),
    signaturesAwaited: opinion === null ? [] : unsigned.map(({ expertName }) => expertName),
  };
}

export type PanelView = NonNullable<Awaited<ReturnType<typeof panelView>>>;

/** Seats of all rounds; with `only`, verdict and opinion of that expert's seats alone. */
export async function panelSeats(tx: Tx, projectId: string, only: string | null, now: Date) {
  const rows = await tx.assignment.findMany({
    where: { projectId, panel: { purpose: "acceptance" } },
    orderBy: [{ panel: { round: "asc" } }, { seat: "asc" }],
    select: {
      id: true,
      expertId: true,
      expertName: true,
      expertEmployer: true,
      seat: true,
      lead: true,
      status: true,
      dueAt: true,
      submittedAt: true,
      verdict: true,
      comment: true,
      signedName: true,
      opinionSignedAt: true,
      reservation: true,
      replacedById: true,
      version: true,
      panel: { select: { round: true, closedAt: true } },
    },
  });
  return rows.map(({ panel, replacedById, ...seat }) => {
    const hidden = only !== null && seat.expertId !== only;
    return {
      ...seat,
      round: panel.round,
      /** The expert gave it back or let his time pass, and nobody has taken it. */
      free: panel.closedAt === null && replacedById === null && isReplaceable(seat, now),
      ...(hidden ? { verdict: null, comment: null, signedName: null, reservation: null } : {}),
    };
  });
}

function isReplaceable({ status, dueAt }: { status: string; dueAt: Date }, now: Date): boolean {
  return status === "recused" || (["invited", "accepted"].includes(status) && dueAt < now);
}

type Seats = Awaited<ReturnType<typeof panelSeats>>;

/** The actor's own seat in this round while his vote is due. */
export function ownSeat(actor: Actor, seats: Seats, round: number) {
  const seat = seats.find(
    (each) =>
      each.round === round &&
      each.expertId === actor.userId &&
      (each.status === "invited" || each.status === "accepted"),
  );
  return seat ? { assignmentId: seat.id, assignmentVersion: seat.version } : null;
}

/** What the actor signs, while the panel's opinion waits for his name. */
export function ownSignature(actor: Actor, seats: Seats, panel: PanelView | null) {
  if (!panel?.drafted) return null;
  const seat = seats.find(
    (each) =>
      each.round === panel.round &&
      each.expertId === actor.userId &&
      each.status === "submitted" &&
      each.opinionSignedAt === null,
  );
  if (seat === undefined) return null;
  return {
    assignmentId: seat.id,
    assignmentVersion: seat.version,
    panelVersion: panel.version,
  };
}
