import type { PaperBlock, PaperSection } from "@/lib/documents/paper/paper";
import type { PartContext } from "./part-context";

const shownDifferences = 8;

/** What follows from the result, and whether the score runs again from the frozen data. */
export function followingPart(context: PartContext): PaperSection {
  const { project, report, words, t } = context;
  const graded = report.status === "final" && report.grade;
  return {
    title: t("paper.following"),
    blocks: [
      { kind: "text", text: graded ? t(`consequence.${report.grade}`) : t("consequence.pending") },
      { kind: "text", text: t("paper.standsAt", { state: words.state(project.state) }) },
      ...rerun(context),
    ],
  };
}

function rerun({ report, t }: PartContext): PaperBlock[] {
  if (report.rerun === null) return [];
  const hash = report.final?.hash ?? "";
  if (report.rerun.same) {
    const text = t("paper.rerunSame", { total: report.rerun.total });
    return [
      { kind: "text", text },
      { kind: "note", text: t("paper.frozenHash", { hash }) },
    ];
  }
  const { differences } = report.rerun;
  return [
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
      rows: differences.slice(0, shownDifferences).map(({ where, frozen, rerun: again }) => ({
        cells: [where, frozen ?? "—", again ?? "—"],
      })),
    },
    { kind: "note", text: t("paper.frozenHash", { hash }) },
  ];
}
