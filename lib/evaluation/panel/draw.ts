import { createHash } from "node:crypto";
import {
  type Candidate,
  fewestSeats,
  isEmployedByParty,
  numberOf,
  type PanelParties,
  plain,
} from "@/lib/approval/rules";
import type { AcceptanceRoute } from "../schema";

/** An expert who may be drawn. */
export interface PoolEntry {
  id: string;
  name: string;
  employer: string;
  finance: boolean;
  /** Of a field that the bureau wished for. */
  wished: boolean;
}

/** What a panel must have: seats, finance experts among them, most of one employer. */
export interface PanelNeed {
  seats: number;
  finance: number;
  perEmployer: number;
}

export type Draw =
  | { drawn: PoolEntry[] }
  | {
      refused: "draw_pool_too_small" | "draw_pool_without_finance";
      need: number;
      available: number;
    };

/** Why an expert of the bank may not be drawn; the first that holds counts. */
export const exclusionReasons = ["inactive", "employer", "tie", "integrity", "avoided"] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** What keeps a candidate out of the pool, or null (domain.md §1.6, 回避). */
export function exclusionOf(candidate: Candidate, parties: PanelParties): ExclusionReason | null {
  if (!candidate.active) return "inactive";
  if (isEmployedByParty(candidate, parties)) return "employer";
  if (candidate.tied) return "tie";
  if (candidate.integrityOpen) return "integrity";
  const asked = parties.avoid.some(
    (one) => one === candidate.id || plain(one) === plain(candidate.name),
  );
  return asked ? "avoided" : null;
}

/** The panel that a route asks, with the seats that the bureau wants or the fewest (domain.md §1.6). */
export function needOf(
  route: AcceptanceRoute,
  numbers: ReadonlyMap<string, number>,
  seats?: number,
): PanelNeed {
  return {
    seats: seats ?? fewestSeats(route, numbers),
    finance: route === "meeting" ? numberOf(numbers, "panel_finance_min") : 0,
    perEmployer: numberOf(numbers, "panel_per_employer"),
  };
}

/** SHA-256 of seed and id: whoever has both can compute the order of the lots with any tool. */
const lotOf = (seed: string, id: string): string =>
  createHash("sha256").update(`${seed}:${id}`).digest("hex");

/**
 * Draws the free seats of a panel. The lots are put in the order of SHA-256 over seed and id, so that
 * the same pool and seed give the same panel however the pool is sorted. The finance seats are drawn
 * first; then those of the wished fields, the other technical experts, and last further finance
 * experts, each time leaving out an employer that is already there. `seated` stays, `used` is not
 * drawn again. Technical experts come first in the answer.
 */
export function drawPanel(
  pool: readonly PoolEntry[],
  need: PanelNeed,
  seed: string,
  seated: readonly PoolEntry[] = [],
  used: ReadonlySet<string> = new Set(),
): Draw {
  const lots = pool
    .filter(({ id }) => !used.has(id) && !seated.some((one) => one.id === id))
    .map((entry) => ({ entry, lot: lotOf(seed, entry.id) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ entry }) => entry);
  const panel = [...seated];
  const take = (entries: readonly PoolEntry[], until: () => boolean): void => {
    for (const entry of entries) {
      if (until() || panel.length >= need.seats) return;
      if (!panel.includes(entry) && fits(entry, panel, need)) panel.push(entry);
    }
  };
  const finance = lots.filter((one) => one.finance);
  const inFinance = (): number => panel.filter((one) => one.finance).length;
  take(finance, () => inFinance() >= need.finance);
  if (inFinance() < need.finance) {
    return {
      refused: "draw_pool_without_finance",
      need: need.finance,
      available: inFinance(),
    };
  }
  const technical = lots.filter((one) => !one.finance);
  const always = (): boolean => false;
  take([...technical.filter((one) => one.wished), ...technical, ...finance], always);
  if (panel.length < need.seats) {
    return { refused: "draw_pool_too_small", need: need.seats, available: panel.length };
  }
  const drawn = panel.slice(seated.length);
  return { drawn: [...drawn.filter((one) => !one.finance), ...drawn.filter((one) => one.finance)] };
}

function fits(entry: PoolEntry, panel: readonly PoolEntry[], need: PanelNeed): boolean {
  const employer = plain(entry.employer);
  return panel.filter((one) => plain(one.employer) === employer).length < need.perEmployer;
}
