import { expectOne, invalidField } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { loadNumbers } from "@/lib/reference/settings";
import { attach } from "../attach";
import { reportCutoff } from "../dates";
import { handOver } from "../desk";
import { findReport } from "../load-child";
import { answersIn, contentHash, factsAt } from "../report-content";
import { submitReportInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The unit hands in the year's execution report; what Kehe knows at the cut-off is frozen beside it. */
export const submitReport = defineStep({
  name: "absorption.submit-report",
  input: submitReportInput,
  find: findReport,
  rule: (_project, _report, input) => {
    if (input.progress === "") throw invalidField("progress", "required");
  },
  run: async (context, project, report, input) => {
    const { tx, actor, now } = context;
    const answers = answersIn(input);
    const { spentAmount } = answers;
    const cutoff = reportCutoff(report.period, await loadNumbers(tx, now));
    const content = {
      answers,
      facts: await factsAt(tx, project, cutoff),
    };
    const hash = contentHash(content);
    const subject = { type: "periodic_report", id: report.id };
    const hashes = await attach(context, project, subject, input.documents);
    if (spentAmount) {
      await tx.project.updateMany({ where: { id: project.id }, data: { spentAmount } });
    }
    const result = await tx.periodicReport.updateMany({
      where: asLoaded(project, report),
      data: {
        status: "submitted",
        content,
        contentHash: hash,
        submittedById: actor.userId,
        submittedAt: now,
        returnedReason: null,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    await handOver(context, project, subject, {
      kind: "absorption.confirm_report",
      holderRole: "district_officer",
      within: "limit_report_confirmation",
      period: String(report.period),
      params: { year: report.period },
    });
    return {
      data: { reportId: report.id, version: report.version + 1 },
      event: childEvent(project, subject, {
        params: { year: report.period, contentHash: hash, late: report.dueAt < now },
        fileHashes: hashes,
      }),
    };
  },
});
