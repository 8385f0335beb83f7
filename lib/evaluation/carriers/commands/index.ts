import type { Command } from "@/lib/kernel/command";
import { confirmContribution } from "./confirm-contribution";
import { confirmEvaluation } from "./confirm-evaluation";
import { recordContribution } from "./record-contribution";
import { registerCarrier } from "./register-carrier";
import { removeContribution } from "./remove-contribution";
import { saveEvaluation } from "./save-evaluation";

/** What this room can do; one verb a file. */
export const carriersCommands: readonly Command[] = [
  registerCarrier,
  recordContribution,
  confirmContribution,
  removeContribution,
  saveEvaluation,
  confirmEvaluation,
];
