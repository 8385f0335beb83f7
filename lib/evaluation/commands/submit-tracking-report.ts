import { linkFiles } from "@/lib/documents/link";
import { invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { personId } from "../acceptance";
import { endSilence } from "../consequences/end";
import { storeOutcomes } from "../follow-up/outcomes";
import { missingOutcome } from "../follow-up/profile";
import { hashOf } from "../hash";
import { submitTrackingReportInput } from "../schema";
import { handOver, trackingReport, writeReport } from "../tracking";

/** The unit confirms a year's follow-up report: it goes to the district. */
export const submitTrackingReport = defineProjectCommand({
  name: "evaluation.submit-tracking-report",
  input: submitTrackingReportInput,
  roles: ["unit_admin"],
  states: ["tracking"],
  rule: (project, { content }) => {
    const missing = missingOutcome(project.lightProfile, content);
    if (missing !== null) throw invalidField(`content.${missing}`, "required");
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    const report = await trackingReport(tx, project.id, input, ["open"]);
    const subject = { type: "periodic_report", id: report.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    const contentHash = hashOf(input.content);
    const by = personId(context);
    await storeOutcomes(context, project, report, input.content, by);
    await writeReport(tx, report, {
      status: "submitted",
      content: input.content,
      contentHash,
      submittedById: by,
      submittedAt: now,
      returnedReason: null,
    });
    await endSilence(context, project.id, report.id);
    await handOver(context, project, report, {
      kind: "evaluation.confirm-tracking-report",
      holderRole: "district_officer",
    });
    return {
      data: { reportId: report.id, reportVersion: report.version + 1 },
      event: childEvent(project, subject, {
        params: { period: report.period, contentHash },
        fileHashes,
      }),
    };
  },
});
