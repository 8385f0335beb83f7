import type { PaperBlock, PaperSection } from "@/lib/documents/paper/paper";
import { indicatorName } from "../line-text";
import { lossOf, worstLines } from "./losses";
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
  const losses = report.lines.flatMap((line) => lossOf(line) ?? []);
  const reached = losses.filter((loss) => loss === 0).length;
  const counts = { count: losses.length, reached, missed: losses.length - reached };
  if (report.status !== "final" || report.grade === null) return t("paper.summaryOpen", counts);
  return t("paper.summary", {
    ...counts,
    unit: project.unitName,
    score: report.total ?? "—",
    grade: words.names("grade", report.grade),
  });
}

/** The lines that lost most, with what the unit says of them. */
function gaps({ report, words, t }: PartContext): PaperBlock {
  const scored = report.lines.some((line) => lossOf(line) !== null);
  const lost = worstLines(report.lines, shownGaps);
  if (lost.length === 0)
    return { kind: "text", text: t(scored ? "paper.noGaps" : "paper.unscored") };
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
