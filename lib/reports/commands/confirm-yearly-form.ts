import { confirmReport } from "@/lib/absorption/commands/confirm-report";
import { mayAs } from "@/lib/access/policy";
import { confirmTrackingReport } from "@/lib/evaluation/commands/confirm-tracking-report";
import { defineCommand } from "@/lib/kernel/command";
import { lockForm } from "../load";
import { confirmYearlyFormInput } from "../schema";
import { decideSeen } from "../seen";

/** The district confirms the reports of a unit's yearly form that it has seen, all or nothing. */
export const confirmYearlyForm = defineCommand({
  name: "reports.confirm-yearly-form",
  input: confirmYearlyFormInput,
  roles: ["district_officer"],
  timeLimit: 120,
  load: (tx, input, actor) => lockForm(tx, actor, input.yearlyFormId),
  allow: (actor, form) => mayAs(actor, form, ["district_officer"]),
  run: (context, form, { reports, opinion }) => {
    const body = opinion ? { opinion } : {};
    const decide = {
      annual: { command: confirmReport, body },
      tracking: { command: confirmTrackingReport, body },
    };
    return decideSeen(context, form, reports, decide, opinion ?? null);
  },
});
