import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../desk";
import { findReport } from "../load-child";
import { openFollowingReport } from "../report-rows";
import { closeReportInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau closes the year's report; the next year's comes to the unit's desk while the project runs. */
export const closeReport = defineStep({
  name: "absorption.close-report",
  input: closeReportInput,
  find: findReport,
  run: async (context, project, report) => {
    const { tx, now } = context;
    const result = await tx.periodicReport.updateMany({
      where: asLoaded(project, report),
      data: { status: "closed", closedAt: now, version: { increment: 1 } },
    });
    expectOne(result);
    const subject = { type: "periodic_report", id: report.id };
    await handOver(context, project, subject, null);
    await openFollowingReport(context, project, report.period);
    return {
      data: { reportId: report.id, version: report.version + 1 },
      event: childEvent(project, subject, { params: { year: report.period } }),
    };
  },
});
