import { ratingBasis } from "@/lib/evaluation/follow-up/rating";
import {
  acceptanceOfProject,
  type EvaluationFormLine,
  evaluationForm,
  trackingReports,
} from "@/lib/evaluation/queries";
import { majority } from "@/lib/evaluation/rules";
import { acceptanceFileContent, trackingContent } from "@/lib/evaluation/schema";
import type { FormValues } from "../form-fields";
import { given, type Prefill, type PrefillContext, type PrefillFunction } from "./types";

const acceptance = ({ tx, actor, project, now }: PrefillContext) =>
  acceptanceOfProject(tx, actor, project.id, now);

const acceptanceVersion: PrefillFunction = async (context) => {
  const found = await acceptance(context);
  return found ? { hidden: { acceptanceVersion: found.version } } : {};
};

const seat: PrefillFunction = async (context): Promise<Prefill> => {
  const found = await acceptance(context);
  return found?.ownSeat ? { hidden: found.ownSeat } : {};
};

const vote: PrefillFunction = async (context): Promise<Prefill> => {
  const found = await acceptance(context);
  if (!found?.ownSeat) return {};
  return { hidden: found.ownSeat, values: { signedName: context.actor.name } };
};

/** The project's own field first: whoever wishes for others says so. */
const draw: PrefillFunction = async ({ project }): Promise<Prefill> => ({
  values: { wished: [project.industryCode] },
});

const panelVersion: PrefillFunction = async (context): Promise<Prefill> => {
  const panel = (await acceptance(context))?.panel;
  if (!panel) return {};
  const { meetingAt, meetingPlace } = panel;
  return {
    hidden: { panelVersion: panel.version },
    values: given({ meetingAt: meetingAt?.toISOString(), meetingPlace: meetingPlace ?? undefined }),
  };
};

/** The text there is, and else what most of them voted. */
const opinion: PrefillFunction = async (context): Promise<Prefill> => {
  const found = await acceptance(context);
  if (!found?.panel) return {};
  const verdict = found.panel.opinion?.verdict ?? (found.votes ? majority(found.votes) : undefined);
  return {
    hidden: { panelVersion: found.panel.version },
    values: given({ verdict: verdict ?? undefined, opinion: found.panel.opinion?.text }),
  };
};

/** The name is the signature: nobody types it for the expert. */
const signature: PrefillFunction = async (context): Promise<Prefill> => {
  const found = await acceptance(context);
  return found?.ownSignature ? { hidden: found.ownSignature } : {};
};

const result: PrefillFunction = async (context): Promise<Prefill> => {
  const found = await acceptance(context);
  if (found === null) return {};
  const verdict = found.panel?.opinion?.verdict ?? found.basis?.rule;
  return {
    hidden: { acceptanceVersion: found.version },
    values: given({
      result: verdict && verdict !== "rectify" ? verdict : undefined,
      opinion: found.panel?.opinion?.text,
    }),
  };
};

const form = ({ tx, actor, project, now }: PrefillContext) =>
  evaluationForm(tx, actor, project.id, now);

const linesWhere = (
  lines: readonly EvaluationFormLine[],
  test: (line: EvaluationFormLine) => boolean,
) => ({
  field: "indicatorCode",
  in: lines.filter(test).map(({ indicatorCode }) => indicatorCode),
});

const codesOf = (lines: readonly EvaluationFormLine[], qualitative: boolean) =>
  linesWhere(lines, ({ kind, computed }) => (kind === "qualitative") === qualitative && !computed);

/** What a survey's share stands on. */
const counted = ({ suggestion }: EvaluationFormLine): string =>
  suggestion?.denominator === undefined
    ? ""
    : ` [${suggestion.numerator}/${suggestion.denominator}]`;

/** Each line by its indicator and target; a computed one also by what was reached. */
function lineNames(
  lines: readonly EvaluationFormLine[],
  { locale, names, project }: Pick<PrefillContext, "locale" | "names" | "project">,
) {
  // While the final account is still being typed, the sum stands beside the form.
  const known = project.state !== "acceptance_filing";
  return lines.map((line) => {
    const target =
      line.kind === "qualitative"
        ? names("achievement", line.target)
        : `${line.target} ${names("measure_unit", line.unit)}`.trim();
    const reached = line.computed && known ? ` → ${line.selfValue}` : "";
    return {
      value: line.indicatorCode,
      label: `${line.indicatorCode} ${locale === "en" ? line.en : line.zh} (${target}${reached})${counted(line)}`,
    };
  });
}

/** The values of computed lines are not asked; the others carry what was stated, or what Kehe can suggest. */
const selfEvaluation: PrefillFunction = async (context) => {
  const found = await form(context);
  if (found === null) return {};
  const { lines } = found;
  return {
    hidden: { evaluationVersion: found.version },
    values: {
      lines: lines.map((line) => {
        const value = line.computed ? undefined : (line.selfValue ?? line.suggestion?.value);
        const qualitative = line.kind === "qualitative";
        return given({
          indicatorCode: line.indicatorCode,
          value: qualitative ? undefined : value,
          achievement: qualitative ? value : undefined,
          score: qualitative ? line.selfScore : undefined,
          notApplicable: line.notApplicable,
          cause: line.cause,
          reason: line.reason,
          improvement: line.improvement,
        });
      }),
    },
    lineNames: { "lines.indicatorCode": lineNames(lines, context) },
    shownFor: {
      "lines.value": codesOf(lines, false),
      "lines.achievement": codesOf(lines, true),
      "lines.score": codesOf(lines, true),
      "lines.notApplicable": linesWhere(lines, ({ computed }) => !computed),
    },
  };
};

/** File and self-evaluation as one form: what was kept, the lines as they stand or as Kehe can suggest them. */
const acceptanceFile: PrefillFunction = async (context) => {
  const found = await acceptance(context);
  if (found === null) return {};
  const { hidden: _version, values, ...sheet } = await selfEvaluation(context);
  const content = acceptanceFileContent.partial().safeParse(found.content);
  const { completion: _lines, ...kept } = content.data ?? {};
  return {
    ...sheet,
    hidden: { acceptanceVersion: found.version },
    values: { ...given(kept), ...values },
  };
};

/** The lines as they were handed in: the unit restates what changed. */
const rectification: PrefillFunction = async (context) => {
  const sheet = await selfEvaluation(context);
  return { ...sheet, ...(await acceptanceVersion(context)) };
};

const audit: PrefillFunction = async (context) => {
  const found = await form(context);
  if (found === null) return {};
  const lines = found.lines.filter(({ computed }) => !computed);
  return {
    hidden: { evaluationVersion: found.version },
    values: {
      spent: found.spent,
      lines: lines.map((line) => {
        const qualitative = line.kind === "qualitative";
        const value = line.auditedValue ?? line.selfValue;
        return given({
          indicatorCode: line.indicatorCode,
          value: qualitative ? undefined : value,
          achievement: qualitative ? value : undefined,
          score: qualitative ? (line.score ?? line.selfScore) : undefined,
          deductionPercent: line.deductionPercent || undefined,
          reason: line.deductionReason,
        });
      }),
    },
    lineNames: { "lines.indicatorCode": lineNames(lines, context) },
    shownFor: {
      "lines.value": codesOf(lines, false),
      "lines.achievement": codesOf(lines, true),
      "lines.score": codesOf(lines, true),
      "lines.notApplicableConsent": {
        field: "indicatorCode",
        in: lines
          .filter(({ notApplicable }) => notApplicable)
          .map(({ indicatorCode }) => indicatorCode),
      },
    },
  };
};

const evaluationVersion: PrefillFunction = async (context) => {
  const found = await form(context);
  return found ? { hidden: { evaluationVersion: found.version } } : {};
};

/** A year starts from the last year's totals; what is told one by one happened in its own year. */
function lastTrackingAnswer(
  reports: readonly { period: number; content: unknown }[],
  period: number,
): FormValues {
  const before = reports.filter((report) => report.period < period).reverse();
  for (const { content } of before) {
    const { success, data } = trackingContent.partial().safeParse(content);
    if (!success || Object.keys(data).length === 0) continue;
    const { outcomes: _ownYear, summary: _ownWords, ...totals } = data;
    return given(totals);
  }
  return {};
}

const tracking: PrefillFunction = async ({ tx, actor, project, search }): Promise<Prefill> => {
  const reports = await trackingReports(tx, actor, project.id);
  const report = reports?.find(({ id }) => id === search.reportId);
  if (!report) return {};
  const content = trackingContent.partial().safeParse(report.content);
  const typed = content.success && Object.keys(content.data).length > 0;
  const values = typed ? content.data : lastTrackingAnswer(reports ?? [], report.period);
  return {
    hidden: { reportId: report.id, reportVersion: report.version },
    values: { content: given(values) },
  };
};

/** The rating that the figures give. */
const rating: PrefillFunction = async ({ tx, project, now }) => {
  const basis = await ratingBasis(tx, project.id, now);
  return basis.rating === null ? {} : { values: { rating: basis.rating } };
};

/** What the forms of the evaluation stage start with. */
export const evaluationPrefill: Readonly<Record<string, PrefillFunction>> = {
  "evaluation.save-acceptance-file": acceptanceFile,
  "evaluation.submit-acceptance-file": acceptanceFile,
  "evaluation.confirm-acceptance-file": acceptanceVersion,
  "evaluation.return-acceptance-file": acceptanceVersion,
  "evaluation.record-upper-acceptance": acceptanceVersion,
  "evaluation.propose-result": result,
  "evaluation.cast-acceptance-vote": vote,
  "evaluation.decline-acceptance-seat": seat,
  "evaluation.draw-acceptance-panel": draw,
  "evaluation.call-acceptance-meeting": panelVersion,
  "evaluation.draft-acceptance-opinion": opinion,
  "evaluation.sign-acceptance-opinion": signature,
  "evaluation.submit-rectification": rectification,
  "evaluation.confirm-rectification": acceptanceVersion,
  "evaluation.return-rectification": acceptanceVersion,
  "evaluation.save-self-evaluation": selfEvaluation,
  "evaluation.submit-self-evaluation": selfEvaluation,
  "evaluation.audit-evaluation": audit,
  "evaluation.return-self-evaluation": evaluationVersion,
  "evaluation.save-tracking-report": tracking,
  "evaluation.submit-tracking-report": tracking,
  "evaluation.confirm-tracking-report": tracking,
  "evaluation.close-tracking-report": tracking,
  "evaluation.return-tracking-report": tracking,
  "evaluation.end-tracking": rating,
};
