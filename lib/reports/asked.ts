import type { FormReport } from "./load";
import { storedAnswers } from "./load";
import { type Answers, type AskedReport, missingAnswer } from "./rules";
import type { YearlyDraft } from "./schema";

/** What the rules of answering look at in a report. */
export const askedOf = ({ kind, project, previous }: FormReport): AskedReport => ({
  kind,
  lightProfile: project.lightProfile,
  previous: previous && storedAnswers(kind, previous.content),
});

/**
 * What stands in a report's part of the form: the draft, else what was kept or returned on the report
 * itself, else the last report's answers, with the spending that Kehe knows.
 */
export function presentAnswers(report: FormReport, draft: YearlyDraft): Answers {
  const typed = draft[report.id];
  const own = storedAnswers(report.kind, report.content);
  const last = askedOf(report).previous;
  const spent = { spentAmount: report.project.spentAmount.toFixed(2) };
  const prefilled: Answers =
    Object.keys(own).length > 0 ? own : last ? { ...last, ...spent } : spent;
  if (typed === undefined) return prefilled;
  return typed.unchanged === true ? { ...prefilled, unchanged: true } : typed;
}

export interface Missing {
  reportId: string;
  field: string;
}

/** The reports that can't be handed in yet, each with the first question that is open. */
export function missingIn(reports: readonly FormReport[], draft: YearlyDraft): Missing[] {
  return reports.flatMap((report) => {
    if (!report.owed) return [];
    const field = missingAnswer(askedOf(report), presentAnswers(report, draft));
    return field === null ? [] : [{ reportId: report.id, field }];
  });
}
