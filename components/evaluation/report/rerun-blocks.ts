import type { PaperBlock } from "@/lib/documents/paper/paper";
import type { PartContext } from "./part-context";

const shownDifferences = 8;

/** Whether the score runs again from the frozen data, to the digit. */
export function rerunBlocks({ report, t }: PartContext): PaperBlock[] {
  if (report.rerun === null) return [];
  const hash = report.final?.hash ?? "";
  const heading: PaperBlock = { kind: "heading", text: t("paper.rerun") };
  const frozen: PaperBlock = { kind: "note", text: t("paper.frozenHash", { hash }) };
  if (report.rerun.same) {
    const text = t("paper.rerunSame", { total: report.rerun.total });
    return [heading, { kind: "text", text }, frozen];
  }
  const { differences } = report.rerun;
  return [
    heading,
    { kind: "text", text: t("paper.rerunDiffers", { count: differences.length }) },
    {
      kind: "table",
      caption: t("paper.differences"),
      small: true,
      columns: [
        { title: t("paper.where"), width: 40, names: true },
        { title: t("paper.frozenValue"), width: 30 },
        { title: t("paper.rerunValue"), width: 30 },
      ],
      rows: differences.slice(0, shownDifferences).map(({ where, frozen: then, rerun: again }) => ({
        cells: [where, then ?? "—", again ?? "—"],
      })),
    },
    frozen,
  ];
}
