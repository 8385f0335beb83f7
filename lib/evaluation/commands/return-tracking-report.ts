import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import { conflict } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { confirmOutcomes } from "../follow-up/outcomes";
import { returnTrackingReportInput } from "../schema";
import { handOver, trackingReport, writeReport } from "../tracking";

const both: readonly Role[] = ["district_officer", ...bureauRoles];

/** Whoever has a follow-up report sends it back to the unit, with the reason. */
export const returnTrackingReport = defineProjectCommand({
  name: "evaluation.return-tracking-report",
  input: returnTrackingReportInput,
  roles: both,
  states: ["tracking"],
  run: async (context, project, input) => {
    const { tx, actor } = context;
    const report = await trackingReport(tx, project.id, input, ["submitted", "district_confirmed"]);
    const holders = report.status === "submitted" ? (["district_officer"] as const) : bureauRoles;
    if (!isAllowed(mayAs(actor, project, holders))) {
      throw conflict("report_elsewhere", { status: report.status });
    }
    await writeReport(tx, report, {
      status: "open",
      returnedReason: input.reason,
      confirmedById: null,
      confirmedByName: null,
      confirmedAt: null,
    });
    await confirmOutcomes(context, project.id, report.id, null);
    await handOver(context, project, report, "unit");
    return {
      data: { reportId: report.id, reportVersion: report.version + 1 },
      event: childEvent(
        project,
        { type: "periodic_report", id: report.id },
        { params: { period: report.period }, reason: input.reason },
      ),
    };
  },
});
