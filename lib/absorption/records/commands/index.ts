import type { Command } from "@/lib/kernel/command";
import { confirmRecord } from "./confirm-record";
import { recordRegistration } from "./record-registration";
import { recordRight } from "./record-right";
import { recordTraining } from "./record-training";
import { returnRecord } from "./return-record";
import { stateRetention } from "./state-retention";

/** All that can be done about the records of a ledger. */
export const recordCommands: readonly Command[] = [
  confirmRecord,
  recordRegistration,
  recordRight,
  recordTraining,
  returnRecord,
  stateRetention,
];
