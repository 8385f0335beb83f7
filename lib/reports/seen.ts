import type { CommandContext, Outcome } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/errors";
import { formEvent } from "./event";
import type { FormReport, LoadedForm } from "./load";
import type { ReportKind } from "./rules";
import { type Part, runEach } from "./run-each";

interface Seen {
  reportId: string;
  version: number;
}

type Decide = Readonly<Record<ReportKind, { command: Part["command"]; body: object }>>;

/**
 * Runs one decision on the reports of a form that somebody has looked at, each at the version that
 * he saw, by the command of its kind. Throws 404 where one is not in the form.
 */
export async function decideSeen(
  context: CommandContext,
  form: LoadedForm,
  seen: readonly Seen[],
  decide: Decide,
  reason: string | null,
): Promise<Outcome<{ yearlyFormId: string; count: number }>> {
  const byId = new Map(form.reports.map((report) => [report.id, report]));
  const parts = seen.map(({ reportId, version }) => {
    const report = byId.get(reportId);
    if (report === undefined) throw notFound();
    return partOf(report, version, decide);
  });
  await runEach(context, parts);
  return {
    data: { yearlyFormId: form.id, count: parts.length },
    event: formEvent(form, { count: parts.length }, reason),
  };
}

function partOf(report: FormReport, version: number, decide: Decide): Part {
  const { command, body } = decide[report.kind];
  const named = report.kind === "annual" ? { version } : { reportVersion: version };
  const target = { projectId: report.project.id, reportId: report.id };
  return { report, command, body: { ...target, ...named, ...body } };
}
