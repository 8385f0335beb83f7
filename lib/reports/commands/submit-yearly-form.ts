import { submitReport } from "@/lib/absorption/commands/submit-report";
import { mayAs } from "@/lib/access/policy";
import { submitTrackingReport } from "@/lib/evaluation/commands/submit-tracking-report";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne, type FieldProblems, invalid } from "@/lib/kernel/errors";
import { askedOf, missingIn, presentAnswers } from "../asked";
import { formEvent } from "../event";
import { type FormReport, lockForm, readDraft } from "../load";
import { answersToSubmit, requireBegun } from "../rules";
import { type Part, runEach } from "../run-each";
import { submitYearlyFormInput, type YearlyDraft } from "../schema";

/**
 * The unit hands in the year's form: the report of each project that still owes one goes to its
 * district by its own command. All or nothing.
 */
export const submitYearlyForm = defineCommand({
  name: "reports.submit-yearly-form",
  input: submitYearlyFormInput,
  roles: ["unit_admin"],
  timeLimit: 120,
  load: (tx, input, actor) => lockForm(tx, actor, input.yearlyFormId),
  allow: (actor, form) => mayAs(actor, form, ["unit_admin"]),
  rule: (form, input, now) => {
    requireBegun(form.year, now);
    if (form.version !== input.version) {
      throw conflict("version_conflict", { version: form.version });
    }
    if (!form.reports.some(({ owed }) => owed)) throw conflict("nothing_to_hand_in");
    requireComplete(form.reports, readDraft(form.draft));
  },
  run: async (context, form) => {
    const { tx, actor, now } = context;
    const draft = readDraft(form.draft);
    const owed = form.reports.filter((report) => report.owed);
    await runEach(
      context,
      owed.map((report) => partOf(report, draft)),
    );
    expectOne(
      await tx.yearlyForm.updateMany({
        where: { id: form.id, version: form.version },
        data: {
          draft: {},
          submittedById: actor.userId,
          submittedByName: actor.name,
          submittedAt: now,
          version: form.version + 1,
        },
      }),
    );
    return {
      data: { yearlyFormId: form.id, version: form.version + 1, count: owed.length },
      event: formEvent(form, { count: owed.length, late: form.dueAt < now }),
    };
  },
});

/** 422 that names the first open question of every report. */
function requireComplete(reports: readonly FormReport[], draft: YearlyDraft): void {
  const problems: FieldProblems = {};
  for (const { reportId, field } of missingIn(reports, draft)) {
    problems[`content.${reportId}.${field}`] = [{ code: "required" }];
  }
  if (Object.keys(problems).length > 0) throw invalid(problems, "yearly_form_incomplete");
}

function partOf(report: FormReport, draft: YearlyDraft): Part {
  const spent = report.project.spentAmount.toFixed(2);
  const answers = answersToSubmit(askedOf(report), presentAnswers(report, draft), spent);
  const target = { projectId: report.project.id, reportId: report.id };
  return report.kind === "annual"
    ? {
        report,
        command: submitReport,
        body: {
          ...target,
          version: report.version,
          progress: "",
          problems: "",
          nextSteps: "",
          ...answers,
        },
      }
    : {
        report,
        command: submitTrackingReport,
        body: { ...target, reportVersion: report.version, content: answers },
      };
}
