import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { dueWithin, settleSubject } from "../desk";
import { findReport } from "../load-child";
import { returnReportInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The district or the bureau sends the year's report back with its reason. */
export const returnReport = defineStep({
  name: "absorption.return-report",
  input: returnReportInput,
  find: findReport,
  run: async (context, project, report, input) => {
    const { tx, as, now } = context;
    if (as === "district_officer" && report.status !== "submitted") {
      throw conflict("wrong_status", { status: report.status });
    }
    const result = await tx.periodicReport.updateMany({
      where: asLoaded(project, report),
      data: {
        status: "open",
        returnedReason: input.reason,
        confirmedById: null,
        confirmedByName: null,
        confirmedAt: null,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "periodic_report", id: report.id };
    await settleSubject(context, project, subject);
    const limit = await dueWithin(tx, now, "limit_report_confirmation");
    await openDuty(tx, project, {
      kind: "absorption.annual_report",
      subject,
      holderRole: "unit_admin",
      period: String(report.period),
      since: now,
      dueAt: report.dueAt > limit ? report.dueAt : limit,
      returned: true,
      params: { year: report.period },
    });
    return {
      data: { reportId: report.id, version: report.version + 1 },
      event: childEvent(project, subject, {
        params: { year: report.period, from: report.status },
        reason: input.reason,
      }),
    };
  },
});
