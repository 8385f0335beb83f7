import { hasLedger } from "@/lib/absorption/links";
import { type TargetSource, targetProblems } from "@/lib/evaluation/targets";
import { compareYuan, sumYuan } from "@/lib/kernel/money";
import { usccProblem } from "@/lib/reference/uscc";
import { grantSources, moneySources, type RegistrationRow } from "./row";

/** Something that a line says wrongly (`error` blocks) or that should be looked at (`warning`). */
export interface RowProblem {
  /** Line in the register, or row of the sheet, from 1. */
  row: number;
  column: string;
  code: string;
  params?: Record<string, string | number>;
  severity: "error" | "warning";
}

/** What lines are checked against. Days are 'YYYY-MM-DD'. */
export interface RegistrationBasis {
  today: string;
  /** Codes valid today by list; lists without entries are left out. */
  codes: ReadonlyMap<string, ReadonlySet<string>>;
  /** All recommending units, with the last day of those that have ended. */
  districts: ReadonlyMap<string, string | null>;
  /** Known units by credit code. */
  units: ReadonlyMap<string, { name: string; districtId: string }>;
  /** Those of the set that the projects will be measured by. */
  indicators: readonly TargetSource[];
  takenNumbers: ReadonlySet<string>;
  /** `title|credit code` of the projects that are there. */
  takenTitles: ReadonlySet<string>;
}

/** A title within its unit, as duplicates are found. */
export const titleKey = (title: string, uscc: string): string => `${title}|${uscc}`;

type Finding = Omit<RowProblem, "row">;
type Check = (row: RegistrationRow, basis: RegistrationBasis) => Finding[];

const error = (column: string, code: string, params?: Finding["params"]): Finding => ({
  column,
  code,
  params,
  severity: "error",
});
const warning = (column: string, code: string, params?: Finding["params"]): Finding => ({
  ...error(column, code, params),
  severity: "warning",
});

const codeColumns = [
  ["programmeLevel", "programme_level"],
  ["unitType", "unit_type"],
  ["countryCode", "country"],
  ["industryCode", "industry"],
  ["secondaryIndustryCode", "industry"],
  ["cooperationMode", "cooperation_mode"],
  ["partnerType", "partner_type"],
  ["acceptanceResult", "acceptance_result"],
] as const satisfies readonly (readonly [keyof RegistrationRow, string])[];

const checkCodes: Check = (row, { codes }) =>
  codeColumns.flatMap(([column, list]) => {
    const value = row[column];
    const known = codes.get(list);
    return value && known && !known.has(value) ? [error(column, "code_unknown", { value })] : [];
  });

const checkDistrict: Check = (row, { districts, today }) => {
  const end = districts.get(row.districtId);
  if (end === undefined) return [error("districtId", "code_unknown", { value: row.districtId })];
  const ended = end !== null && end < today;
  return ended && row.state !== "archived"
    ? [error("districtId", "district_ended", { value: row.districtId })]
    : [];
};

const checkUnit: Check = (row, { units }) => {
  const wrong = usccProblem(row.uscc);
  if (wrong) return [error("uscc", "bad_credit_code", { value: row.uscc, why: wrong })];
  const unit = units.get(row.uscc);
  if (!unit) return [warning("uscc", "unit_new", { value: row.unitName })];
  return [
    ...(unit.name === row.unitName
      ? []
      : [warning("unitName", "unit_name_differs", { value: unit.name })]),
    ...(unit.districtId === row.districtId
      ? []
      : [warning("districtId", "unit_district_differs", { value: unit.districtId })]),
  ];
};

const checkDates: Check = (row, { today }) => [
  ...(row.endsOn <= row.startsOn ? [error("endsOn", "ended_before_started")] : []),
  ...(row.stateSince && row.stateSince > today ? [error("stateSince", "date_ahead")] : []),
  ...(row.acceptedOn && row.acceptedOn > today ? [error("acceptedOn", "date_ahead")] : []),
  ...(row.state === "active" && row.endsOn < today ? [warning("endsOn", "term_over")] : []),
];

const upperLevels: readonly string[] = ["national", "provincial"];

const checkDocument: Check = (row) =>
  upperLevels.includes(row.programmeLevel) && !row.upperDocumentNumber
    ? [error("upperDocumentNumber", "upper_document_missing")]
    : [];

/** Of a row: every amount, by source. */
export function amountsOf(row: RegistrationRow): { source: string; amount: string }[] {
  return moneyColumns.flatMap((column) => {
    const amount = row[column];
    return amount && compareYuan(amount, "0") > 0 ? [{ source: moneySources[column], amount }] : [];
  });
}

const moneyColumns = Object.keys(moneySources).filter(
  (column): column is keyof typeof moneySources => column in moneySources,
);
const grantCodes: ReadonlySet<string> = new Set(Object.values(grantSources));

/** The public money of a row, in yuan. */
export const grantOf = (row: RegistrationRow): string =>
  sumYuan(
    amountsOf(row)
      .filter(({ source }) => grantCodes.has(source))
      .map(({ amount }) => amount),
  );

/** All money of a row, in yuan. */
export const budgetOf = (row: RegistrationRow): string =>
  sumYuan(amountsOf(row).map(({ amount }) => amount));

const checkMoney: Check = (row) => [
  ...(compareYuan(grantOf(row), "0") === 0 ? [warning("grantCity", "no_grant")] : []),
  ...(row.spent && compareYuan(row.spent, budgetOf(row)) > 0
    ? [warning("spent", "overspent")]
    : []),
];

const afterAcceptance: readonly string[] = ["evaluation", "tracking"];
const passed: readonly string[] = ["passed", "passed_after_rectification"];

const checkAcceptance: Check = (row) => {
  const missing =
    afterAcceptance.includes(row.state) &&
    (["acceptanceResult", "acceptedOn"] as const).filter((column) => !row[column]);
  const findings = (missing || []).map((column) => error(column, "acceptance_missing"));
  const tracked = row.state === "tracking" && row.acceptanceResult;
  return tracked && !passed.includes(tracked)
    ? [...findings, error("acceptanceResult", "tracking_needs_pass")]
    : findings;
};

const checkUndertaking: Check = (row) => {
  const { technologies } = row.undertaking;
  if (technologies.length === 0) {
    return hasLedger(row.cooperationMode) && row.state !== "archived"
      ? [warning("undertaking", "technologies_missing")]
      : [];
  }
  const total = technologies.reduce((sum, { weight }) => sum + weight, 0);
  return Math.abs(total - 1) < 0.0001 ? [] : [error("undertaking", "weights_not_one")];
};

/** Targets fit the indicators; a line without any gets the set's defaults, which nobody agreed on. */
const checkTargets: Check = (row, { indicators }) => {
  const { targets } = row.undertaking;
  if (targets.length === 0) {
    return row.state === "archived" ? [] : [warning("targets", "targets_default")];
  }
  return targetProblems(indicators, targets).map(({ at, code }) =>
    error("targets", code, { value: targets[at]?.indicatorCode ?? "" }),
  );
};

const checks: readonly Check[] = [
  checkCodes,
  checkDistrict,
  checkUnit,
  checkDates,
  checkDocument,
  checkMoney,
  checkAcceptance,
  checkUndertaking,
  checkTargets,
];

/** All that stands against these lines, in their order. `rowNumber` tells a line's number. Pure. */
export function registrationProblems(
  rows: readonly RegistrationRow[],
  basis: RegistrationBasis,
  rowNumber: (index: number) => number = (index) => index + 1,
): RowProblem[] {
  const numbers = new Set(basis.takenNumbers);
  const titles = new Set(basis.takenTitles);
  return rows.flatMap((row, index) => {
    const findings = [
      ...checks.flatMap((check) => check(row, basis)),
      ...taken(row.number, numbers, "number", "number_taken"),
      ...taken(titleKey(row.title, row.uscc), titles, "title", "title_taken"),
    ];
    return findings.map((finding) => ({ row: rowNumber(index), ...finding }));
  });
}

function taken(
  value: string | undefined,
  seen: Set<string>,
  column: string,
  code: string,
): Finding[] {
  if (!value) return [];
  if (seen.has(value)) return [error(column, code)];
  seen.add(value);
  return [];
}
