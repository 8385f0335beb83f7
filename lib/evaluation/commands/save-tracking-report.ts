import { applicantRoles } from "@/lib/access/roles";
import { defineProjectCommand } from "@/lib/project/command";
import { saveTrackingReportInput } from "../schema";
import { trackingReport, writeReport } from "../tracking";

/** Keeps the draft of a follow-up report. */
export const saveTrackingReport = defineProjectCommand({
  name: "evaluation.save-tracking-report",
  input: saveTrackingReportInput,
  roles: applicantRoles,
  states: ["tracking"],
  keepsOwnVersions: true,
  run: async ({ tx }, project, input) => {
    const report = await trackingReport(tx, project.id, input, ["open"]);
    await writeReport(tx, report, { content: input.content });
    return { data: { reportId: report.id, reportVersion: report.version + 1 }, event: null };
  },
});
