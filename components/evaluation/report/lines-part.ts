import type { PaperRow, PaperSection } from "@/lib/documents/paper/paper";
import { indicatorName, reasonTexts, valueText } from "../line-text";
import type { PartContext } from "./part-context";

/** Every line: target, the unit's value beside the audited one, score and reason. */
export function linesPart(context: PartContext): PaperSection {
  const { report, t } = context;
  return {
    title: t("paper.lines"),
    blocks: [
      { kind: "note", text: t("paper.linesNote", { count: report.lines.length }) },
      {
        kind: "table",
        caption: t("line.caption"),
        small: true,
        columns: [
          { title: t("line.code"), width: 6.5 },
          { title: t("line.indicator"), width: 17, names: true },
          { title: t("line.target"), width: 10, align: "end" },
          { title: t("line.self"), width: 10, align: "end" },
          { title: t("line.audited"), width: 10, align: "end" },
          { title: t("line.weight"), width: 7, align: "end" },
          { title: t("line.score"), width: 7, align: "end" },
          { title: t("line.reason"), width: 35 },
        ],
        rows: rowsOf(context),
      },
    ],
  };
}

function rowsOf(context: PartContext): PaperRow[] {
  const { report, words, t } = context;
  const sums = report.subtotals.flatMap(({ key, weight, score }): PaperRow[] => [
    {
      strong: true,
      cells: ["", words.names("indicator_level", key), "", "", "", weight, score, ""],
    },
    ...report.lines.filter((line) => line.level1 === key).map((line) => rowOf(context, line)),
  ]);
  const total = report.total ?? report.selfTotal;
  if (total === null) return sums;
  return [...sums, { strong: true, cells: ["", t("paper.total"), "", "", "", "100", total, ""] }];
}

function rowOf({ words, t }: PartContext, line: PartContext["report"]["lines"][number]): PaperRow {
  const proofs = [...new Set(line.proofs.map(({ source }) => t(`proof.source.${source}`)))];
  const proof = line.unproven
    ? t("proof.missing")
    : proofs.length > 0
      ? t("proof.by", { sources: proofs.join(t("listSeparator")) })
      : null;
  const reasons = [...reasonTexts(t, words, line), ...(proof ? [proof] : [])];
  return {
    cells: [
      line.indicatorCode,
      `${indicatorName(line, words)}${line.core ? t("paper.coreMark") : ""}`,
      valueText(t, words, line, line.target),
      valueText(t, words, line, line.selfValue),
      valueText(t, words, line, line.auditedValue),
      line.weight,
      line.score ?? line.selfScore ?? "—",
      reasons.length > 0 ? reasons.join("\n") : "—",
    ],
  };
}
