import { type ConsequenceKind, consequenceKinds } from "@/lib/reference/consequences";

/** Kinds that weigh on the unit: it may appeal against them. */
const adverse: readonly ConsequenceKind[] = ["attention", "limit", "refund", "integrity_case"];

/** Is this text one of the kinds of a consequence? */
export const isConsequenceKind = (text: string): text is ConsequenceKind =>
  consequenceKinds.some((kind) => kind === text);

/** May the unit appeal against a consequence of this kind? */
export const mayBeAppealed = (kind: string): boolean =>
  isConsequenceKind(kind) && adverse.includes(kind);

export const appealSteps = ["accept", "refuse", "investigate"] as const;
export type AppealStep = (typeof appealSteps)[number];

export const appealVerdicts = ["upheld", "dismissed"] as const;

const moves: Record<AppealStep, { from: string; to: string; finding: boolean }> = {
  accept: { from: "filed", to: "accepted", finding: false },
  refuse: { from: "filed", to: "refused", finding: true },
  investigate: { from: "accepted", to: "investigated", finding: true },
};

/** Where a step of an appeal leads and whether it needs a finding (domain.md §1.5); null when not due. */
export function appealMove(status: string, step: AppealStep) {
  const move = moves[step];
  return move.from === status ? move : null;
}

/** Statuses in which an appeal still waits for somebody. */
export const openAppealStatuses = ["recorded", "filed", "accepted", "investigated"] as const;

export interface ConsequenceStanding {
  kind: string;
  status: string;
  appealUntil: Date | null;
  openAppeal: boolean;
}

/** Why the unit can't appeal now; null where it can (domain.md §1.5, named and in time). */
export function appealProblem(
  { kind, status, appealUntil, openAppeal }: ConsequenceStanding,
  now: Date,
): "consequence_not_adverse" | "consequence_ended" | "appeal_time_over" | "appeal_open" | null {
  if (!mayBeAppealed(kind)) return "consequence_not_adverse";
  if (status !== "in_force") return "consequence_ended";
  if (openAppeal) return "appeal_open";
  return appealUntil === null || appealUntil < now ? "appeal_time_over" : null;
}
