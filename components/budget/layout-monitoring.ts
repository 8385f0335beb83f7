import { formatDecimal } from "@/components/ui/format";
import type { SheetCell, SheetModel } from "@/lib/documents/sheet/model";
import { hindrances, likelihoods } from "@/lib/evaluation/rollup/schema";
import type { FormRow } from "@/lib/evaluation/rollup/sheet";
import { sumYuan } from "@/lib/kernel/money";
import {
  amount,
  framed,
  head,
  indicatorRows,
  type LayoutContext,
  rateCell,
  text,
  valueCell,
} from "./layout-parts";

const mark = (yes: boolean, { t }: LayoutContext): SheetCell =>
  text(yes ? t("paper.mark") : "", { align: "center" });

/** 绩效运行监控表: results to the cut-off, what is expected, what holds back, how likely. */
export function monitoringLayout(context: LayoutContext): SheetModel {
  const { form, t } = context;
  const { money } = form.sheet;
  const date = form.until;
  const issued = sumYuan(form.sheet.drawn.map((row) => row.issued));
  const expected = form.content.expectedExecuted;
  return framed(
    context,
    [8, 8, 15, 9, 10, 9, 4, 4, 4, 4, 4, 12, 5, 5, 5, 8],
    [
      [
        head(t("paper.money"), { rows: 2 }),
        head("", { cols: 2 }),
        head(t("paper.initial"), { cols: 2 }),
        head(t("paper.adjusted"), { cols: 2 }),
        head(t("paper.toDateMoney", { date }), { cols: 4 }),
        head(t("paper.toDateRate"), { cols: 1 }),
        head(t("paper.expectedMoney"), { cols: 4 }),
      ],
      [
        text(t("paper.fiscal"), { cols: 2 }),
        { ...amount(money.initial.fiscal, context), cols: 2 },
        { ...amount(money.adjusted.fiscal, context), cols: 2 },
        { ...amount(issued, context), cols: 4 },
        rateCell(money.adjusted.fiscal, issued, context),
        expected ? { ...amount(expected, context), cols: 4 } : text("—", { cols: 4, align: "end" }),
      ],
      [head(t("paper.objective")), text(form.objective, { cols: 15 })],
      [
        ...["level1", "level2", "level3", "target"].map((key) =>
          head(t(`paper.${key}`), { rows: 2 }),
        ),
        head(t("paper.toDate", { date }), { rows: 2 }),
        head(t("paper.expectedYear"), { rows: 2 }),
        head(t("paper.hindrances"), { cols: 6 }),
        head(t("paper.likelihood"), { cols: 3 }),
        head(t("paper.remark"), { rows: 2 }),
      ],
      [
        ...hindrances.map((each) => head(t(`options.lines.hindrance.${each}`))),
        head(t("paper.explanation")),
        ...likelihoods.map((each) => head(t(`options.lines.likelihood.${each}`))),
      ],
      ...indicatorRows(context, (row) => lineCells(row, context)),
    ],
  );
}

function lineCells(row: FormRow, context: LayoutContext): SheetCell[] {
  const { note } = row;
  const unit = context.words.names("measure_unit", row.unit);
  return [
    valueCell(row, "target", context),
    valueCell(row, "actual", context),
    text(note.expected ? `${formatDecimal(note.expected)}${unit}` : "—", { align: "end" }),
    ...hindrances.map((each) => mark(note.hindrance === each, context)),
    text(note.reason ?? ""),
    ...likelihoods.map((each) => mark(note.likelihood === each, context)),
    text(note.remark ?? ""),
  ];
}
