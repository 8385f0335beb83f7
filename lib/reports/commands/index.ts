import type { Command } from "@/lib/kernel/command";
import { closeYearlyForm } from "./close-yearly-form";
import { confirmYearlyForm } from "./confirm-yearly-form";
import { remindUnits } from "./remind-units";
import { returnYearlyForm } from "./return-yearly-form";
import { saveYearlyForm } from "./save-yearly-form";
import { submitYearlyForm } from "./submit-yearly-form";

/** All that can be done with the yearly forms of units. */
export const reportsCommands: readonly Command[] = [
  closeYearlyForm,
  confirmYearlyForm,
  remindUnits,
  returnYearlyForm,
  saveYearlyForm,
  submitYearlyForm,
];
