import { returnReport } from "@/lib/absorption/commands/return-report";
import { mayAs } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import { returnTrackingReport } from "@/lib/evaluation/commands/return-tracking-report";
import { defineCommand } from "@/lib/kernel/command";
import { lockForm } from "../load";
import { returnYearlyFormInput } from "../schema";
import { decideSeen } from "../seen";

const readers: readonly Role[] = ["district_officer", ...bureauRoles];

/** Whoever has the reports of a yearly form sends them back to the unit with one reason, all or nothing. */
export const returnYearlyForm = defineCommand({
  name: "reports.return-yearly-form",
  input: returnYearlyFormInput,
  roles: readers,
  timeLimit: 120,
  load: (tx, input, actor) => lockForm(tx, actor, input.yearlyFormId),
  allow: (actor, form) => mayAs(actor, form, readers),
  run: (context, form, { reports, reason }) => {
    const decide = {
      annual: { command: returnReport, body: { reason } },
      tracking: { command: returnTrackingReport, body: { reason } },
    };
    return decideSeen(context, form, reports, decide, reason);
  },
});
