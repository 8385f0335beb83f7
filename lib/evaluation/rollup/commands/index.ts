import type { Command } from "@/lib/kernel/command";
import { confirmForm } from "./confirm-form";
import { createItem } from "./create-item";
import { reopenForm } from "./reopen-form";
import { saveDepartment } from "./save-department";
import { saveGoals } from "./save-goals";
import { saveMonitoring } from "./save-monitoring";
import { saveSelfEvaluation } from "./save-self-evaluation";
import { setMembers } from "./set-members";
import { setYear } from "./set-year";

/** What this room can do; one verb a file. */
export const rollupCommands: readonly Command[] = [
  createItem,
  setMembers,
  setYear,
  saveGoals,
  saveMonitoring,
  saveSelfEvaluation,
  saveDepartment,
  confirmForm,
  reopenForm,
];
