import type { ParameterRow } from "./parameter";
import { followUpBounds, portfolioBounds, thresholds } from "./thresholds";
import { childLimits, stateLimits } from "./time-limits";
import { warningBounds } from "./warning-bounds";

/** The settings that an installation starts with (domain.md §1.3, §1.5, §1.6, §4). */
export const defaultParameters: readonly ParameterRow[] = [
  ...stateLimits,
  ...childLimits,
  ...thresholds,
  ...followUpBounds,
  ...portfolioBounds,
  ...warningBounds,
];
