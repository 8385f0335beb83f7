import { hasLedger, linkIds } from "@/lib/absorption/links";
import { sumYuan } from "@/lib/kernel/money";
import { grantOf } from "./problems";
import type { RegistrationRow } from "./row";

/** What confirming a batch will bring about, in numbers. */
export interface BatchSummary {
  projects: number;
  units: number;
  /** Public money of all lines, in yuan. */
  grant: string;
  technologies: number;
  /** Links of the absorption ledger. */
  links: number;
  targets: number;
  /** Projects that get the default targets of the indicator set. */
  defaultTargets: number;
  byState: { state: RegistrationRow["state"]; count: number }[];
}

/** Counts what the lines of a batch will become. Pure. */
export function batchSummary(rows: readonly RegistrationRow[]): BatchSummary {
  const technologies = rows
    .filter(({ cooperationMode }) => hasLedger(cooperationMode))
    .reduce((sum, { undertaking }) => sum + undertaking.technologies.length, 0);
  const states = [...new Set(rows.map(({ state }) => state))];
  return {
    projects: rows.length,
    units: new Set(rows.map(({ uscc }) => uscc)).size,
    grant: sumYuan(rows.map(grantOf)),
    technologies,
    links: technologies * linkIds.length,
    targets: rows.reduce((sum, { undertaking }) => sum + undertaking.targets.length, 0),
    defaultTargets: rows.filter(({ undertaking }) => undertaking.targets.length === 0).length,
    byState: states.map((state) => ({
      state,
      count: rows.filter((row) => row.state === state).length,
    })),
  };
}
