import { formatDate, formatWan } from "@/components/ui/format";
import type { PaperBlock, PaperSection } from "@/lib/documents/paper/paper";
import type { PartContext } from "./part-context";

const keys = ["grant", "own", "budget", "adjustedBudget", "paid", "spent"] as const;

/** Money as planned, paid and spent, 万元. */
export function moneyPart(context: PartContext): PaperSection {
  const { report, t } = context;
  const execution = report.subtotals.find(({ key }) => key === "execution");
  return {
    title: t("paper.money"),
    blocks: [
      {
        kind: "table",
        caption: t("paper.money"),
        columns: keys.map((key) => ({ title: t(`money.${key}`), width: 1, align: "end" })),
        rows: [{ cells: keys.map((key) => formatWan(report.money[key])) }],
      },
      {
        kind: "text",
        text: t("paper.moneyNote", {
          budget: formatWan(report.budget),
          spent: formatWan(report.spent),
          score: execution?.score ?? "—",
        }),
      },
      ...payments(context),
    ],
  };
}

function payments({ report, t, absorption }: PartContext): PaperBlock[] {
  const { payments: rows } = report.money;
  if (rows.length === 0) return [];
  return [
    { kind: "heading", text: t("paper.payments") },
    {
      kind: "table",
      caption: t("paper.payments"),
      columns: [
        { title: t("paper.document"), width: 34, names: true },
        { title: t("paper.issuedAt"), width: 20 },
        { title: t("paper.receivedAt"), width: 20 },
        { title: t("paper.amount"), width: 14, align: "end" },
        { title: t("paper.paymentStatus"), width: 14 },
      ],
      rows: rows.map((row) => ({
        cells: [
          row.documentNumber ?? "—",
          row.issuedAt ? formatDate(row.issuedAt) : "—",
          row.receivedAt ? formatDate(row.receivedAt) : "—",
          formatWan(row.amount),
          absorption(`paymentStatus.${row.status}`),
        ],
      })),
    },
  ];
}
