import { closeReport } from "@/lib/absorption/commands/close-report";
import { mayAs } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { closeTrackingReport } from "@/lib/evaluation/commands/close-tracking-report";
import { defineCommand } from "@/lib/kernel/command";
import { lockForm } from "../load";
import { closeYearlyFormInput } from "../schema";
import { decideSeen } from "../seen";

/** The bureau closes the confirmed reports of a yearly form that it has seen, all or nothing. */
export const closeYearlyForm = defineCommand({
  name: "reports.close-yearly-form",
  input: closeYearlyFormInput,
  roles: bureauRoles,
  timeLimit: 120,
  load: (tx, input, actor) => lockForm(tx, actor, input.yearlyFormId),
  allow: (actor, form) => mayAs(actor, form, bureauRoles),
  run: (context, form, { reports }) => {
    const decide = {
      annual: { command: closeReport, body: {} },
      tracking: { command: closeTrackingReport, body: {} },
    };
    return decideSeen(context, form, reports, decide, null);
  },
});
