import readXlsx from "read-excel-file/node";
import { expect, it } from "vitest";
import type { Words } from "@/components/project/words";
import { renderPdf } from "@/lib/documents/pdf/render";
import { sheetExcel } from "@/lib/documents/sheet/excel";
import { gridOf } from "@/lib/documents/sheet/grid";
import { sheetWord } from "@/lib/documents/sheet/word";
import type { BudgetForm } from "@/lib/evaluation/rollup/queries";
import type { FormKind } from "@/lib/evaluation/rollup/schema";
import type { FormRow } from "@/lib/evaluation/rollup/sheet";
import { formLayout } from "./layouts";

const row = (
  code: string,
  level1: string,
  level2: string,
  rest: Partial<FormRow> = {},
): FormRow => ({
  code,
  level1,
  level2,
  zh: `=指标${code}`,
  en: code,
  unit: "piece",
  kind: "at_least",
  how: "sum",
  weight: "6.00",
  target: { value: "6" },
  actual: { value: "2" },
  score: "2.00",
  worse: true,
  overAchieved: false,
  dropped: false,
  pending: 0,
  parts: [],
  problems: [],
  from: [],
  note: { code, reason: "市场影响", improvement: "#strong[加快]" },
  ...rest,
});

const split = { fiscal: "1000000.00", carried: "0.00", other: "0.00" };

const form = (kind: FormKind): BudgetForm => ({
  id: "y",
  year: 2026,
  version: 1,
  item: { id: "i", code: "GJHZ", zh: "专项", en: "Fund", reverseVariant: "linear", version: 1 },
  objective: "完成目标",
  kind,
  until: "2026-07-31",
  statuses: {},
  form: null,
  content: { achieved: "完成", lines: [] },
  sheet: {
    kind,
    money: {
      initial: split,
      adjusted: split,
      executed: split,
      weight: "10",
      score: "10.00",
      worse: false,
    },
    rows: [
      row("Q1", "output", "quantity"),
      row("Q2", "output", "quantity"),
      row("L3", "output", "quality", {
        how: "quotient",
        unit: "percent",
        target: { numerator: "35000", denominator: "50000" },
        actual: { numerator: "31500", denominator: "50000" },
      }),
      row("E1", "benefit", "economic"),
    ],
    levels: [],
    total: "88.83",
    grade: "good",
    projects: [],
    drawn: [],
    due: 2,
  },
  damaged: false,
  changes: [],
  gaps: [],
});

const words: Words = {
  locale: "zh-CN",
  names: (_list, code) => code ?? "",
  label: ({ zh }) => zh,
  state: (state) => state,
  role: (role) => role,
};

const layout = (kind: FormKind) =>
  formLayout({
    form: form(kind),
    words,
    t: (key) => key.split(".").at(-1) ?? key,
    bureau: "市科技局",
    behind: (code) => `#${code}`,
  });

const kinds = ["goals", "monitoring", "self_evaluation", "department"] as const;

it.each(kinds)("lays %s out so that every row fills the grid", (kind) => {
  const sheet = layout(kind);
  const grid = gridOf(sheet);
  const covered = sheet.rows
    .flat()
    .reduce((sum, cell) => sum + (cell.cols ?? 1) * (cell.rows ?? 1), 0);
  expect(covered).toBe(sheet.widths.length * sheet.rows.length);
  expect(grid.every((line) => line.length === sheet.widths.length)).toBe(true);
});

it("has the self-evaluation's columns in the finance's order, and every value opens what is behind", () => {
  const sheet = layout("self_evaluation");
  const heads = sheet.rows.map((line) => line.map(({ text }) => text).join("|"));
  expect(heads).toContain("level1|level2|level3|target|actual|weight|score|reason");
  expect(heads).toContain("money||initial|adjusted|executed|weight|rate|score");
  const linked = sheet.rows.flat().flatMap(({ href }) => href ?? []);
  // Target, actual, weight and score.
  expect(linked.filter((each) => each === "#Q1")).toHaveLength(4);
  expect(linked.filter((each) => each === "#money")).toHaveLength(16);
});

it("writes Excel without a formula, figures as numbers, and Word and PDF with text as text", async () => {
  const sheet = layout("self_evaluation");
  const [read] = await readXlsx(await sheetExcel(sheet, "自评表"));
  const cells = read?.data.flat() ?? [];
  expect(cells).toContain("Q1 =指标Q1");
  expect(cells).toContain(88.83);
  expect(cells).toContain(100);
  const word = Buffer.from(await sheetWord(sheet));
  expect(word.subarray(0, 2).toString()).toBe("PK");
  for (const kind of kinds) {
    const bytes = renderPdf("sheet", { locale: "zh-CN", words: {}, sheet: layout(kind) });
    expect(Buffer.from(bytes).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  }
});
