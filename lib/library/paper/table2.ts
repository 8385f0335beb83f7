/** Years of Table 2, in its order. */
export const reportedYears = [2011, 2012, 2013, 2014] as const;

interface ReportedRow {
  /** The unit at the time: GB/T 2260 code or private code. */
  unit: string;
  zh: string;
  en: string;
  /** One figure for each year, 万元, as printed. */
  years: readonly [number, number, number, number];
  /** The row's total as printed. */
  total: number;
}

/** Table 2, money of international cooperation projects by unit, 万元, in the paper's order. */
export const reportedFunding: readonly ReportedRow[] = [
  { unit: "320412", zh: "武进", en: "Wujin", years: [704, 720, 342, 350], total: 2116 },
  { unit: "320411", zh: "新北", en: "Xinbei", years: [1765, 710, 1844, 150], total: 4469 },
  { unit: "320404", zh: "钟楼", en: "Zhonglou", years: [1465, 676, 70, 488], total: 2699 },
  { unit: "320402", zh: "天宁", en: "Tianning", years: [270, 0, 20, 50], total: 340 },
  { unit: "320405", zh: "戚墅堰", en: "Qishuyan", years: [1000, 0, 185, 50], total: 1235 },
  { unit: "320481", zh: "溧阳", en: "Liyang", years: [100, 0, 60, 0], total: 160 },
  { unit: "320482", zh: "金坛", en: "Jintan", years: [40, 0, 1255, 50], total: 1345 },
  {
    unit: "CZ-DIR",
    zh: "市直属",
    en: "Directly under the city",
    years: [141, 260, 160, 50],
    total: 611,
  },
  {
    unit: "CZ-STEC",
    zh: "科教城",
    en: "Science and Education Town",
    years: [151, 40, 10, 0],
    total: 201,
  },
];

/** The last row of Table 2 as printed. */
export const reportedTotals = { years: [5636, 2406, 3946, 1188], total: 13176 } as const;

/** The total that the paper's text gives. */
export const totalInText = 18176;

/** 万元 as yuan text. */
export const yuanOf = (wanYuan: number): string => `${BigInt(wanYuan) * 10_000n}.00`;

interface ReportedFigureRow {
  tableName: "table2";
  rowCode: string;
  columnCode: string;
  /** Yuan. */
  amount: string;
}

const cells = (rowCode: string, years: readonly number[], total: number): ReportedFigureRow[] =>
  [...years, total].map((value, i) => ({
    tableName: "table2",
    rowCode,
    columnCode: String(reportedYears[i] ?? "total"),
    amount: yuanOf(value),
  }));

/** Table 2 cell by cell: rows by unit and `total`, columns by year and `total`, amounts in yuan. */
export const reportedFigures: readonly ReportedFigureRow[] = [
  ...reportedFunding.flatMap((row) => cells(row.unit, row.years, row.total)),
  ...cells("total", reportedTotals.years, reportedTotals.total),
];
