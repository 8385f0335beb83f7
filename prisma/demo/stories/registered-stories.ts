import type { RegisteredSpec } from "../registered";
import { batchDays } from "../registered";
import * as acceptance from "./acceptance";
import { confirm, type LinkName, prove } from "./ledger";
import * as running from "./running";
import { accepted, graded, type Plan, reported, tracked } from "./segments";

type Story = (spec: RegisteredSpec, confirmed: number) => Plan;

/** Closes a link of the only technology. */
const closed = (day: number, name: LinkName): Plan => [
  [day, (life) => prove(life, 1, name)],
  [day + 5, (life) => confirm(life, 1, name)],
];

const stories: Readonly<Record<string, Story>> = {
  quiet: () => [],
  archived: () => [],
  links1: (_spec, day) => closed(day + 30, "import"),
  links2: (_spec, day) => [...closed(day + 30, "import"), ...closed(day + 150, "digest")],
  links3: (_spec, day) => [
    ...closed(day + 30, "import"),
    ...closed(day + 150, "digest"),
    ...closed(day + 270, "absorb"),
    [day + 200, running.spend(0.6)],
  ],
  evaluate_good: (_spec, day) => graded(day + 10, "good"),
  evaluate_excellent: (_spec, day) => graded(day + 5, "excellent"),
  track1: (_spec, day) => tracked(day + 300, 1),
  upper_recorded: (_spec, day) => [
    [day + 20, acceptance.recordUpper],
    [day + 24, acceptance.admit],
    [day + 30, acceptance.issueResult],
  ],
  own_acceptance: () => accepted(-60, "good"),
};

/** What happens to a registered project after its batch was confirmed, two days after it was entered. */
export function registeredPlan(spec: RegisteredSpec, decembers: readonly number[]): Plan {
  const day = batchDays[spec.batch] + 2;
  const story = stories[spec.story];
  if (story === undefined) throw new Error(`no story ${spec.story}`);
  const reports = spec.state === "active" ? decembers.filter((each) => each > day) : [];
  return [...story(spec, day), ...reports.flatMap((each) => reported(each))];
}
