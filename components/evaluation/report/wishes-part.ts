import type { PaperBlock, PaperSection, PaperTable } from "@/lib/documents/paper/paper";
import { indicatorName, valueText } from "../line-text";
import type { PartContext } from "./part-context";
import { scoreTable } from "./score-table";

/** The four wishes of the paper: ecology, local industry, pillar industry, input and output. */
export function wishesPart(context: PartContext): PaperSection {
  const { report, words, t } = context;
  const named = report.dimensions.map(({ key, ...row }) => ({
    key,
    name: words.names("dimension", key),
    ...row,
  }));
  return {
    title: t("paper.wishes"),
    blocks: [
      { kind: "note", text: t("paper.wishesNote") },
      scoreTable(t, { caption: t("paper.wishes"), first: t("paper.wish"), rows: named }),
      ...named.flatMap(({ key, name }): PaperBlock[] => [
        { kind: "heading", text: name },
        wishTable(context, key, name),
      ]),
    ],
  };
}

function wishTable({ report, words, t }: PartContext, key: string, caption: string): PaperTable {
  return {
    kind: "table",
    caption,
    small: true,
    columns: [
      { title: t("line.code"), width: 8 },
      { title: t("line.indicator"), width: 40, names: true },
      { title: t("line.target"), width: 18, align: "end" },
      { title: t("paper.actual"), width: 18, align: "end" },
      { title: t("line.weight"), width: 9, align: "end" },
      { title: t("line.score"), width: 9, align: "end" },
    ],
    rows: report.lines
      .filter(({ dimensions }) => dimensions.includes(key))
      .map((line) => ({
        cells: [
          line.indicatorCode,
          indicatorName(line, words),
          valueText(t, words, line, line.target),
          valueText(t, words, line, line.auditedValue ?? line.selfValue),
          line.weight,
          line.score ?? line.selfScore ?? "—",
        ],
      })),
  };
}
