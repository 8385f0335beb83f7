import type { Command } from "@/lib/kernel/command";
import { claimIncentive } from "./claim-incentive";
import { confirmIncentive } from "./confirm-incentive";
import { issueIncentive } from "./issue-incentive";
import { refuseIncentive } from "./refuse-incentive";
import { withdrawIncentive } from "./withdraw-incentive";

/** All that can be done about the incentives of a link. */
export const incentiveCommands: readonly Command[] = [
  claimIncentive,
  confirmIncentive,
  issueIncentive,
  refuseIncentive,
  withdrawIncentive,
];
