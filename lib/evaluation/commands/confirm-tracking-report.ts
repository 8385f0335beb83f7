import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { personId } from "../acceptance";
import { confirmOutcomes } from "../follow-up/outcomes";
import { confirmTrackingReportInput } from "../schema";
import { handOver, trackingReport, writeReport } from "../tracking";

/** The district confirms a follow-up report: it goes to the bureau. */
export const confirmTrackingReport = defineProjectCommand({
  name: "evaluation.confirm-tracking-report",
  input: confirmTrackingReportInput,
  roles: ["district_officer"],
  states: ["tracking"],
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    const report = await trackingReport(tx, project.id, input, ["submitted"]);
    await writeReport(tx, report, {
      status: "district_confirmed",
      confirmedById: personId(context),
      confirmedByName: actor.name,
      confirmedAt: now,
    });
    await confirmOutcomes(context, project.id, report.id, now);
    await handOver(context, project, report, {
      kind: "evaluation.close-tracking-report",
      holderRole: "bureau_officer",
    });
    return {
      data: { reportId: report.id, reportVersion: report.version + 1 },
      event: childEvent(
        project,
        { type: "periodic_report", id: report.id },
        { params: { period: report.period }, reason: input.opinion ?? null },
      ),
    };
  },
});
