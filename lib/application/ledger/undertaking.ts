import { shiftDate } from "@/lib/kernel/working-days";
import type { TargetPlan, UndertakingPlan } from "@/lib/project/plan";

const dayMs = 86_400_000;

/** Days between two civil dates, cut into four equal parts: the planned ends of the four links. */
function quarters(startsOn: string, endsOn: string): [string, string, string, string] {
  const days = Math.max(0, Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / dayMs));
  const at = (part: number) => shiftDate(startsOn, Math.round((days * part) / 4));
  return [at(1), at(2), at(3), endsOn];
}

/** An imported link is planned so many days ahead at the earliest: nobody is late for what Kehe didn't know. */
const graceDays = 30;

/**
 * The undertaking of a ledger line: its named technologies with equal weights, the links planned in
 * equal parts of the term, what lies behind `today` a month ahead. Targets that the line doesn't name
 * are the indicator set's defaults; the unit changes both later.
 */
export function undertakingOf(
  names: string | number | undefined,
  { startsOn, endsOn }: Record<string, string | number>,
  today: string,
  targets: readonly TargetPlan[] = [],
): UndertakingPlan {
  const plain = [
    ...new Set(
      String(names ?? "")
        .split(/[;；\n]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ].slice(0, 30);
  const share = Number((1 / Math.max(1, plain.length)).toFixed(4));
  const earliest = shiftDate(today, graceDays);
  const ahead = (day: string) => (day < today ? earliest : day);
  const [importBy, digestBy, absorbBy, reinnovateBy] = quarters(String(startsOn), String(endsOn));
  return {
    technologies: plain.map((name, at) => ({
      name: name.slice(0, 200),
      weight: at === plain.length - 1 ? Number((1 - share * (plain.length - 1)).toFixed(4)) : share,
      main: at === 0,
      trlScaleId: "qd13",
      trlStart: null,
      pointsTotal: null,
      importBy: ahead(importBy),
      digestBy: ahead(digestBy),
      absorbBy: ahead(absorbBy),
      reinnovateBy: ahead(reinnovateBy),
    })),
    targets: [...targets],
    milestones: [],
    tranches: [],
  };
}
