import type { PaperTable } from "@/lib/documents/paper/paper";
import type { ScreenWords } from "../line-text";

interface ScoreRows {
  caption: string;
  first: string;
  rows: readonly { name: string; score: string; weight: string }[];
}

/** Weight, score and the share reached, with a bar. */
export function scoreTable(t: ScreenWords, { caption, first, rows }: ScoreRows): PaperTable {
  return {
    kind: "table",
    caption,
    columns: [
      { title: first, width: 26, names: true },
      { title: t("paper.weight"), width: 12, align: "end" },
      { title: t("line.score"), width: 12, align: "end" },
      { title: t("paper.rate"), width: 14, align: "end" },
      { title: t("paper.bar"), width: 36 },
    ],
    rows: rows.map(({ name, score, weight }) => {
      const share = shareOf(score, weight);
      const shown = share === null ? "—" : `${share.toFixed(1)}%`;
      return { cells: [name, weight, score, shown, { share: share ?? 0 }] };
    }),
  };
}

/** The share of a weight that was reached, in percent; null without a weight. */
function shareOf(score: string, weight: string): number | null {
  const whole = Number(weight);
  return whole > 0 ? Math.min(100, (Number(score) / whole) * 100) : null;
}
