import { formatDate } from "@/components/ui/format";
import type { PaperBlock, PaperSection } from "@/lib/documents/paper/paper";
import type { PartContext } from "./part-context";

/** What the reviewers and the leader said, with names and roles as they were then. */
export function opinionsPart({ report, words, t }: PartContext): PaperSection {
  const said = report.opinions.flatMap((opinion): PaperBlock[] => {
    const minutes = opinion.minutesNumber
      ? ` · ${t("paper.minutes", { number: opinion.minutesNumber })}`
      : "";
    const signed = `${opinion.byName} · ${words.role(opinion.byRole)} · ${formatDate(opinion.at)}`;
    return [
      { kind: "heading", text: t(`opinionKind.${opinion.kind}`) },
      { kind: "text", text: opinion.text || t("none") },
      { kind: "signature", text: `${signed}${minutes}` },
    ];
  });
  const reviewer: PaperBlock[] = report.opinion
    ? [
        { kind: "heading", text: t("evaluation.opinion") },
        { kind: "text", text: report.opinion },
      ]
    : [];
  const blocks = [...reviewer, ...said];
  return {
    title: t("paper.opinions"),
    blocks: blocks.length > 0 ? blocks : [{ kind: "text", text: t("paper.noOpinions") }],
  };
}
