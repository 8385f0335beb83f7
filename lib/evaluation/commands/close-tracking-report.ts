import { bureauRoles } from "@/lib/access/roles";
import { forbidden } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { personId } from "../acceptance";
import { closeTrackingReportInput } from "../schema";
import { handOver, trackingReport, writeReport } from "../tracking";

/**
 * The bureau closes a confirmed follow-up report; after the last one the follow-up can end. Who
 * confirmed it for the district of a direct unit may not also close it.
 */
export const closeTrackingReport = defineProjectCommand({
  name: "evaluation.close-tracking-report",
  input: closeTrackingReportInput,
  roles: bureauRoles,
  states: ["tracking"],
  run: async (context, project, input) => {
    const { tx, now } = context;
    const report = await trackingReport(tx, project.id, input, ["district_confirmed"]);
    if (report.confirmedById === personId(context)) throw forbidden("four_eyes");
    await writeReport(tx, report, { status: "closed", closedAt: now });
    await handOver(context, project, report, "nobody");
    if (project.facts.openTrackingReports === 1) {
      await openDuty(tx, project, {
        kind: "evaluation.end-tracking",
        subject: { type: "project", id: project.id },
        holderRole: "bureau_officer",
        since: now,
        dueAt: null,
      });
    }
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
