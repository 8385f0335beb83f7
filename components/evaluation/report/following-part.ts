import { formatDate, formatWan } from "@/components/ui/format";
import type { PaperBlock, PaperRow, PaperSection } from "@/lib/documents/paper/paper";
import type { PartContext } from "./part-context";
import { rerunBlocks } from "./rerun-blocks";

type Consequence = NonNullable<PartContext["report"]["follows"]>["consequences"][number];

/** What follows from the result, by the rules that were applied, and what is still owed. */
export function followingPart(context: PartContext): PaperSection {
  const { project, words, t } = context;
  return {
    title: t("paper.following"),
    blocks: [
      { kind: "text", text: t("paper.standsAt", { state: words.state(project.state) }) },
      ...consequenceBlocks(context),
      ...trackingBlocks(context),
      ...refundBlocks(context),
      ...rerunBlocks(context),
    ],
  };
}

/** The name of what follows, in the reader's language. */
export const consequenceTitle = (
  { words }: Pick<PartContext, "words">,
  { title, basis }: Consequence,
): string => (words.locale === "en" ? title?.title.en : title?.title.zh) ?? basis;

function consequenceBlocks(context: PartContext): PaperBlock[] {
  const { report, t, consequence } = context;
  const rows = report.follows?.consequences ?? [];
  if (rows.length === 0) {
    const graded = report.status === "final";
    return [{ kind: "text", text: graded ? t("paper.nothingFollows") : t("consequence.pending") }];
  }
  return [
    { kind: "heading", text: t("paper.consequences") },
    {
      kind: "table",
      caption: t("paper.consequences"),
      columns: [
        { title: t("paper.consequence"), width: 30, names: true },
        { title: t("paper.consequencePeriod"), width: 22 },
        { title: consequence("fact.basis"), width: 28 },
        { title: t("paper.appeal"), width: 20 },
      ],
      rows: rows.map((row) => consequenceRow(context, row)),
    },
  ];
}

function consequenceRow(context: PartContext, row: Consequence): PaperRow {
  const { words, t, consequence } = context;
  const basis = (words.locale === "en" ? row.title?.basis.en : row.title?.basis.zh) ?? row.basis;
  const from = formatDate(row.validFrom);
  const standing = row.standing === "in_force" ? [] : [consequence(`standing.${row.standing}`)];
  return {
    cells: [
      [consequenceTitle(context, row), ...standing].join("\n"),
      row.validTo
        ? t("paper.term", { from, to: formatDate(row.validTo) })
        : t("paper.termOpen", { from }),
      consequence("fact.basisText", { basis, version: row.ruleVersion ?? 1 }),
      appealText(context, row),
    ],
  };
}

/** Until when the unit may appeal, and where its appeals stand. */
function appealText({ t, consequence }: PartContext, row: Consequence): string {
  if (row.appealUntil === null) return "—";
  return [
    t("paper.appealUntil", { day: formatDate(row.appealUntil) }),
    ...row.appeals.map(({ status }) => consequence(`appeal.status.${status}`)),
  ].join("\n");
}

function trackingBlocks({ report, t }: PartContext): PaperBlock[] {
  const rows = report.follows?.tracking ?? [];
  if (rows.length === 0) return [];
  return [
    { kind: "heading", text: t("paper.followUp") },
    {
      kind: "table",
      caption: t("paper.followUp"),
      columns: [
        { title: t("paper.followUpReport"), width: 40, names: true },
        { title: t("tracking.due"), width: 30 },
        { title: t("paper.paymentStatus"), width: 30 },
      ],
      rows: rows.map(({ period, dueAt, status }) => ({
        cells: [
          t("tracking.of", { period: String(period) }),
          formatDate(dueAt),
          t(`trackingStatus.${status}`),
        ],
      })),
    },
  ];
}

function refundBlocks({ report, t, absorption }: PartContext): PaperBlock[] {
  const rows = report.follows?.refunds ?? [];
  if (rows.length === 0) return [];
  return [
    { kind: "heading", text: t("paper.refund") },
    {
      kind: "table",
      caption: t("paper.refund"),
      columns: [
        { title: t("paper.refundOwed"), width: 25, align: "end" },
        { title: t("paper.refundPaid"), width: 25, align: "end" },
        { title: t("tracking.due"), width: 25 },
        { title: t("paper.paymentStatus"), width: 25 },
      ],
      rows: rows.map(({ amount, paidAmount, dueAt, status }) => ({
        cells: [
          formatWan(amount),
          formatWan(paidAmount),
          dueAt ? formatDate(dueAt) : "—",
          absorption(`refundStatus.${status}`),
        ],
      })),
    },
  ];
}
