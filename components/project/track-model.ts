import type { SegmentState, TrackSegment } from "@/components/ui/track";
import { type State, stageIds, stateRow } from "@/lib/lifecycle/states";

/**
 * Where each of the four stages stands for a project in this state. An ended project stopped in its
 * last stage; an archived one has all four behind it. A registered project skipped what it did elsewhere.
 */
export function segmentStates(state: State, origin: string): SegmentState[] {
  const row = stateRow(state);
  const here = stageIds.indexOf(row.stage);
  return stageIds.map((_stage, index) => {
    if (index < here) return origin === "registered" && index < 2 ? "skipped" : "done";
    if (index > here) return "ahead";
    if (state === "archived") return "done";
    return row.end === "open" ? "current" : "stopped";
  });
}

/** The track's four segments with their names; the present one carries the state's name. */
export function trackSegments(
  state: State,
  origin: string,
  labels: { stage: (stage: (typeof stageIds)[number]) => string; place: string },
): TrackSegment[] {
  return segmentStates(state, origin).map((standing, index) => {
    const stage = stageIds[index] ?? "application";
    const present = standing === "current" || standing === "stopped";
    return {
      stage,
      label: labels.stage(stage),
      state: standing,
      ...(present ? { note: labels.place } : {}),
    };
  });
}
