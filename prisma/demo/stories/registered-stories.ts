import type { RegisteredSpec } from "../registered";
import { batchDays } from "../registered";
import * as acceptance from "./acceptance";
import * as incentives from "./incentives";
import { confirm, type LinkName, prove, type Told } from "./ledger";
import * as records from "./records";
import * as running from "./running";
import { accepted, graded, type Plan, reported, tracked } from "./segments";

type Story = (spec: RegisteredSpec, confirmed: number) => Plan;

/** Closes a link of the only technology. */
const closed = (day: number, name: LinkName): Plan => [
  [day, (life) => prove(life, 1, name)],
  [day + 5, (life) => confirm(life, 1, name)],
];

const link = (day: number, at: number, name: LinkName, told: Told): Plan => [
  [day, (life) => prove(life, at, name, told)],
  [day + 5, (life) => confirm(life, at, name)],
];

/**
 * The numbers of domain.md §2.2: import 120, digest 40, absorb 56 (R 0.80); mastery 3, 2 and 4 (AI 0.725);
 * readiness 5 to 8; localisation 63.0 %; 8.0 for digestion at 20 %, claimed, confirmed, issued and received.
 */
const workedExample = (day: number): Plan => [
  [day + 20, records.keepRecords],
  [day + 26, records.confirmRecords],
  ...link(day + 30, 1, "import", { cost: 120, mastery: 1, trlNow: 5 }),
  ...link(day + 31, 2, "import", { cost: 0, mastery: 1, trlNow: 5 }),
  ...link(day + 32, 3, "import", { cost: 0, mastery: 1, trlNow: 5 }),
  ...link(day + 120, 1, "digest", { cost: 40, mastery: 2, trlNow: 6 }),
  ...link(day + 130, 2, "digest", { cost: 0, mastery: 2, trlNow: 6 }),
  ...link(day + 131, 3, "digest", { cost: 0, mastery: 2, trlNow: 6 }),
  [day + 140, incentives.claim(1)],
  [day + 146, incentives.confirmClaim],
  [day + 150, incentives.issueClaim],
  [day + 155, running.passOn],
  [day + 162, running.receive],
  ...link(day + 240, 3, "absorb", { cost: 0, mastery: 3, trlNow: 8 }),
  ...link(day + 260, 1, "absorb", { cost: 56, mastery: 3, trlNow: 8 }),
  [day + 300, records.recordPatent],
  ...link(day + 320, 3, "reinnovate", { cost: 0, mastery: 4, trlNow: 8 }),
  [day + 330, records.askExpert(3, "reinnovate", "expert2")],
  [day + 336, records.answerMerit("expert2")],
  [day + 395, records.stateRetention],
  [-5, records.askExpert(1, "absorb", "expert1")],
];

const stories: Readonly<Record<string, Story>> = {
  quiet: () => [],
  archived: () => [],
  links1: (_spec, day) => closed(day + 30, "import"),
  links2: (_spec, day) => [...closed(day + 30, "import"), ...closed(day + 150, "digest")],
  worked_example: (_spec, day) => workedExample(day),
  links3: (_spec, day) => [
    ...closed(day + 30, "import"),
    ...closed(day + 150, "digest"),
    ...closed(day + 270, "absorb"),
    [day + 200, running.spend(0.6)],
    [-4, incentives.claim(1)],
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
