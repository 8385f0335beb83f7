import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../desk";
import { findReport } from "../load-child";
import { confirmReportInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The district confirms the year's report and passes it to the bureau. */
export const confirmReport = defineStep({
  name: "absorption.confirm-report",
  input: confirmReportInput,
  find: findReport,
  run: async (context, project, report, input) => {
    const { tx, actor, now } = context;
    const result = await tx.periodicReport.updateMany({
      where: asLoaded(project, report),
      data: {
        status: "district_confirmed",
        confirmedById: actor.userId,
        confirmedByName: actor.name,
        confirmedAt: now,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "periodic_report", id: report.id };
    await handOver(context, project, subject, {
      kind: "absorption.close_report",
      holderRole: "bureau_officer",
      within: "limit_report_closing",
      period: String(report.period),
      params: { year: report.period },
    });
    return {
      data: { reportId: report.id, version: report.version + 1 },
      event: childEvent(project, subject, {
        params: { year: report.period },
        reason: input.opinion ?? null,
      }),
    };
  },
});
