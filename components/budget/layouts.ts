import type { SheetCell, SheetModel } from "@/lib/documents/sheet/model";
import type { FormKind } from "@/lib/evaluation/rollup/schema";
import type { FormRow } from "@/lib/evaluation/rollup/sheet";
import { monitoringLayout } from "./layout-monitoring";
import {
  amount,
  figure,
  framed,
  head,
  indicatorRows,
  type LayoutContext,
  moneyRows,
  rateCell,
  rowFigure,
  text,
  valueCell,
} from "./layout-parts";

/** Reason, cause and improvement of a line in one cell, as the forms have it. */
function reasonOf({ note }: FormRow, { t, words }: LayoutContext): string {
  const cause = note.cause ? words.names("deviation_cause", note.cause) : null;
  const reason =
    note.reason && cause ? t("paper.cause", { cause, text: note.reason }) : (note.reason ?? "");
  const improvement = note.improvement ? t("paper.improvement", { text: note.improvement }) : "";
  return [reason, improvement].filter(Boolean).join("\n");
}

/** 绩效自评表, in the columns of the finance's form (domain.md §3.1). */
function selfLayout(context: LayoutContext): SheetModel {
  const { form, t } = context;
  const { money, total } = form.sheet;
  const cells = moneyRows(context, (of, isTotal) => [
    amount(of(money.initial), context),
    amount(of(money.adjusted), context),
    amount(of(money.executed), context),
    isTotal ? figure(money.weight, { href: context.behind("money") }) : text("—", { align: "end" }),
    rateCell(of(money.adjusted), of(money.executed), context),
    isTotal ? figure(money.score, { href: context.behind("money") }) : text("—", { align: "end" }),
  ]);
  return framed(
    context,
    [9, 10, 20, 13, 13, 7, 9, 12, 12],
    [
      [
        head(t("paper.money"), { rows: 5 }),
        head("", { cols: 2 }),
        ...["initial", "adjusted", "executed", "weight", "rate", "score"].map((key) =>
          head(t(`paper.${key}`)),
        ),
      ],
      ...cells,
      ...(form.content.executionReason
        ? [[head(t("paper.reason")), text(form.content.executionReason, { cols: 8 })]]
        : []),
      [
        head(t("paper.objective"), { rows: 2 }),
        head(t("paper.expected"), { cols: 3 }),
        head(t("paper.achieved"), { cols: 5 }),
      ],
      [text(form.objective, { cols: 3 }), text(form.content.achieved ?? "", { cols: 5 })],
      [
        ...["level1", "level2", "level3", "target", "actual", "weight", "score"].map((key) =>
          head(t(`paper.${key}`)),
        ),
        head(t("paper.reason"), { cols: 2 }),
      ],
      ...indicatorRows(context, (row) => [
        valueCell(row, "target", context),
        valueCell(row, "actual", context),
        rowFigure(row, row.weight, context),
        rowFigure(row, row.score, context),
        text(reasonOf(row, context), { cols: 2 }),
      ]),
      [
        head(t("paper.sum"), { cols: 5 }),
        figure("100"),
        figure(total),
        text(gradeOf(context), { cols: 2 }),
      ],
    ],
  );
}

const gradeOf = ({ form, words }: LayoutContext): string =>
  form.sheet.grade ? words.names("grade", form.sheet.grade) : "";

/** 绩效目标申报表. */
function goalsLayout(context: LayoutContext): SheetModel {
  const { form, t } = context;
  const { money } = form.sheet;
  const cells = moneyRows(context, (of) => [{ ...amount(of(money.initial), context), cols: 2 }]);
  return framed(
    context,
    [12, 14, 30, 20, 24],
    [
      [
        head(t("paper.money"), { rows: 5 }),
        head("", { cols: 2 }),
        head(t("paper.initial"), { cols: 2 }),
      ],
      ...cells,
      [head(t("paper.objective")), text(form.objective, { cols: 4 })],
      ["level1", "level2", "level3", "target", "how"].map((key) => head(t(`paper.${key}`))),
      ...indicatorRows(context, (row) => [
        valueCell(row, "target", context),
        text(t(`screen.behindHow.${row.how ?? "none"}`)),
      ]),
      ...(form.content.remark
        ? [[head(t("paper.remark")), text(form.content.remark, { cols: 4 })]]
        : []),
    ],
  );
}

/** 部门评价: decision, process, output, benefit. */
function departmentLayout(context: LayoutContext): SheetModel {
  const { form, t } = context;
  const rows: SheetCell[][] = [
    [
      ...["level1", "level2", "level3", "weight", "score"].map((key) => head(t(`paper.${key}`))),
      head(t("paper.targetValue")),
      head(t("paper.evaluated")),
      head(t("paper.comment")),
    ],
    ...indicatorRows(context, (row) => [
      rowFigure(row, row.weight, context),
      rowFigure(row, row.score, context),
      departmentValue(row, "target", context),
      departmentValue(row, "actual", context),
      text(reasonOf(row, context)),
    ]),
    [
      head(t("paper.sum"), { cols: 3 }),
      figure("100"),
      figure(form.sheet.total),
      text(gradeOf(context), { cols: 3 }),
    ],
    [head(t("paper.opinion")), text(form.content.opinion ?? "", { cols: 7 })],
  ];
  return framed(context, [10, 12, 22, 8, 8, 12, 14, 22], rows);
}

/** What is judged stands as its band; what is computed opens what is behind it. */
function departmentValue(
  row: FormRow,
  side: "target" | "actual",
  context: LayoutContext,
): SheetCell {
  if (row.kind !== "qualitative") return valueCell(row, side, context);
  const band = side === "target" ? "achieved" : row.note.achievement;
  return text(band ? context.words.names("achievement", band) : "—");
}

const layouts: Readonly<Record<FormKind, (context: LayoutContext) => SheetModel>> = {
  goals: goalsLayout,
  monitoring: monitoringLayout,
  self_evaluation: selfLayout,
  department: departmentLayout,
};

/** A form laid out as the finance authority prints it. */
export const formLayout = (context: LayoutContext): SheetModel =>
  layouts[context.form.kind](context);
