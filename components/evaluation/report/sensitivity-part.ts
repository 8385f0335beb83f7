import type { PaperSection } from "@/lib/documents/paper/paper";
import type { PartContext } from "./part-context";

/** How the grade moves when the weights move: a simulation whose seed is kept. */
export function sensitivityPart({ report, words, t }: PartContext): PaperSection {
  const title = t("paper.sensitivity");
  const { sensitivity: found } = report;
  if (found === null) return { title, blocks: [{ kind: "text", text: t("paper.noSensitivity") }] };
  return {
    title,
    blocks: [
      {
        kind: "text",
        text: t("paper.sensitivityNote", { spread: found.spread, draws: found.draws }),
      },
      {
        kind: "table",
        caption: title,
        columns: [
          { title: t("paper.grade"), width: 24, names: true },
          { title: t("paper.drawsOf"), width: 20, align: "end" },
          { title: t("paper.drawsShare"), width: 20, align: "end" },
          { title: t("paper.shareBar"), width: 36 },
        ],
        rows: found.grades.map(({ grade, count }) => {
          const share = (count / found.draws) * 100;
          return {
            cells: [words.names("grade", grade), String(count), `${share.toFixed(1)}%`, { share }],
          };
        }),
      },
      {
        kind: "text",
        text: t("paper.sensitivityRange", {
          lowest: found.lowest,
          median: found.median,
          highest: found.highest,
        }),
      },
      { kind: "note", text: t("paper.sensitivitySeed", { seed: String(found.seed) }) },
    ],
  };
}
