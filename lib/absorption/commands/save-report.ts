import { expectOne } from "@/lib/kernel/errors";
import { findReport } from "../load-child";
import { answersIn, readContent } from "../report-content";
import { saveReportInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** Keeps a draft of the year's report; its versions are its trail, so it leaves no event. */
export const saveReport = defineStep({
  name: "absorption.save-report",
  input: saveReportInput,
  keepsOwnVersions: true,
  find: findReport,
  run: async ({ tx }, project, report, input) => {
    const result = await tx.periodicReport.updateMany({
      where: asLoaded(project, report),
      data: {
        content: { ...readContent(report.content), answers: answersIn(input) },
        version: { increment: 1 },
      },
    });
    expectOne(result);
    return { data: { reportId: report.id, version: report.version + 1 }, event: null };
  },
});
