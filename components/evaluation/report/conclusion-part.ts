import type { PaperBlock, PaperSection } from "@/lib/documents/paper/paper";
import { indicatorName } from "../line-text";
import type { PartContext } from "./part-context";
import { scoreTable } from "./score-table";

const shownGaps = 5;

/** What a leader reads in a minute: the result in a sentence, sub-totals, where points were lost. */
export function conclusionPart(context: PartContext): PaperSection {
  const { report, words, t } = context;
  return {
    title: t("paper.conclusion"),
    blocks: [
      { kind: "text", text: summary(context) },
      { kind: "heading", text: t("paper.subtotals") },
      scoreTable(t, {
        caption: t("paper.subtotals"),
        first: t("paper.level"),
        rows: report.subtotals.map(({ key, ...row }) => ({
          name: words.names("indicator_level", key),
          ...row,
        })),
      }),
      { kind: "heading", text: t("paper.gaps") },
      gaps(context),
      ...coreMissed(context),
      ...unproven(context),
    ],
  };
}

function summary({ report, project, words, t }: PartContext): string {
  const applied = report.lines.filter((line) => !line.notApplicable);
  const reached = applied.filter((line) => lossOf(line) === 0).length;
  const counts = { count: applied.length, reached, missed: applied.length - reached };
  if (report.status !== "final" || report.grade === null) return t("paper.summaryOpen", counts);
  return t("paper.summary", {
    ...counts,
    unit: project.unitName,
    score: report.total ?? "—",
    grade: words.names("grade", report.grade),
  });
}

type Line = PartContext["report"]["lines"][number];

/** Points lost on a line; 0 where it doesn't apply or isn't scored. */
function lossOf(line: Line): number {
  const score = line.score ?? line.selfScore;
  return line.notApplicable || score === null ? 0 : Number(line.weight) - Number(score);
}

/** The lines that lost most, with what the unit says of them. */
function gaps({ report, words, t }: PartContext): PaperBlock {
  const lost = report.lines
    .map((line) => ({ line, loss: lossOf(line) }))
    .filter(({ loss }) => loss > 0)
    .sort((a, b) => b.loss - a.loss)
    .slice(0, shownGaps);
  if (lost.length === 0) return { kind: "text", text: t("paper.noGaps") };
  return {
    kind: "list",
    items: lost.map(({ line, loss }) => {
      const what = t("paper.gap", {
        code: line.indicatorCode,
        name: indicatorName(line, words),
        loss: loss.toFixed(2),
      });
      return line.reason ? `${what}${closed(t("paper.gapReason", { reason: line.reason }))}` : what;
    }),
  };
}

/** A typed reason may bring its own full stop. */
const closed = (text: string): string => text.replace(/([。.])[。.]$/, "$1");

function coreMissed({ report, t }: PartContext): PaperBlock[] {
  if (report.coreMissed.length === 0) return [];
  const codes = report.coreMissed.join(t("listSeparator"));
  return [{ kind: "text", text: t("paper.coreMissed", { codes }) }];
}

/** Values that nothing on record shows: the auditor begins there. */
function unproven({ report, t }: PartContext): PaperBlock[] {
  const codes = report.lines.filter((line) => line.unproven).map((line) => line.indicatorCode);
  if (codes.length === 0) return [];
  const text = t("paper.unproven", { count: codes.length, codes: codes.join(t("listSeparator")) });
  return [{ kind: "text", text }];
}
