import { formatDate } from "@/components/ui/format";
import { linkIds } from "@/lib/absorption/links";
import type { PaperBlock, PaperRow, PaperSection } from "@/lib/documents/paper/paper";
import type { PartContext } from "./part-context";

/** The absorption ledger as a matrix: each technology's links, mastery and readiness. */
export function ledgerPart(context: PartContext): PaperSection {
  const { report, words, t, absorption } = context;
  const title = t("paper.ledger");
  if (report.ledger.length === 0) {
    return { title, blocks: [{ kind: "text", text: t("paper.noLedger") }] };
  }
  return {
    title,
    blocks: [
      ...measures(context),
      {
        kind: "table",
        caption: title,
        columns: [
          { title: absorption("technology"), width: 22, names: true },
          ...linkIds.map((link) => ({ title: words.names("ledger_link", link), width: 14 })),
          { title: t("paper.mastery"), width: 12 },
          { title: t("paper.readiness"), width: 10 },
        ],
        rows: report.ledger.map((row) => rowOf(context, row)),
      },
    ],
  };
}

function rowOf(
  { words, absorption }: PartContext,
  row: PartContext["report"]["ledger"][number],
): PaperRow {
  const links = linkIds.map((id) => {
    const link = row.links.find((each) => each.link === id);
    if (link === undefined) return "—";
    return `${absorption(`linkStatus.${link.status}`)}\n${formatDate(link.actualTo ?? link.plannedTo)}`;
  });
  return {
    cells: [
      row.name,
      ...links,
      `${row.mastery} ${words.names("mastery", String(row.mastery))}`,
      `${row.trlStart ?? "—"} → ${row.trlNow ?? "—"}`,
    ],
  };
}

/** AI and R by what the ledger holds (domain.md §2.1). */
function measures({ report, t }: PartContext): PaperBlock[] {
  if (report.measures === null) return [];
  const { masteryIndex, absorptionRatio, closedLinks, allLinks } = report.measures;
  const figure = (value: number | null, places: number) =>
    value === null ? "—" : value.toFixed(places);
  return [
    {
      kind: "text",
      text: t("paper.measures", {
        closed: closedLinks,
        all: allLinks,
        mastery: figure(masteryIndex, 3),
        ratio: figure(absorptionRatio, 2),
      }),
    },
  ];
}
