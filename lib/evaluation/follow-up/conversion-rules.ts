import { decimalOf, divide, toFixed } from "@/lib/kernel/fraction";
import { sumYuan } from "@/lib/kernel/money";

/** Accepted city projects of a district and year; grants in yuan. */
export interface ConversionCell {
  districtId: string;
  year: number;
  projects: number;
  grant: string;
}

/** A confirmed later project of an upper level, with the city project that it grew out of. */
export interface GrownProject {
  projectId: string;
  projectTitle: string;
  number: string | null;
  title: string;
  level: string | null;
  /** Yuan. */
  amount: string;
  districtId: string;
  year: number;
}

export interface ConversionRow extends ConversionCell {
  /** City projects that grew into at least one upper project. */
  grown: number;
  upper: string;
  /** Percent with one decimal. */
  rate: string | null;
  /** Upper money for each city yuan, two decimals. */
  perYuan: string | null;
}

export interface Conversion {
  rows: ConversionRow[];
  total: ConversionRow | null;
  upperProjects: GrownProject[];
}

/** The table of conversion: shares of sums, never means of shares. */
export function conversionOf(
  cells: readonly ConversionCell[],
  named: readonly GrownProject[],
): Conversion {
  const upperProjects = [
    ...new Map(named.map((row) => [`${row.projectId} ${row.number ?? row.title}`, row])).values(),
  ];
  const rows = cells
    .map((cell) =>
      rowOf(
        cell,
        upperProjects.filter(
          ({ districtId, year }) => districtId === cell.districtId && year === cell.year,
        ),
      ),
    )
    .sort((a, b) => b.year - a.year || (a.districtId < b.districtId ? -1 : 1));
  const whole: ConversionCell = {
    districtId: "",
    year: 0,
    projects: cells.reduce((sum, { projects }) => sum + projects, 0),
    grant: sumYuan(cells.map(({ grant }) => grant)),
  };
  return { rows, total: cells.length > 0 ? rowOf(whole, upperProjects) : null, upperProjects };
}

function rowOf(cell: ConversionCell, upper: readonly GrownProject[]): ConversionRow {
  const grown = new Set(upper.map(({ projectId }) => projectId)).size;
  const money = sumYuan(upper.map(({ amount }) => amount));
  const grant = decimalOf(cell.grant);
  return {
    ...cell,
    grown,
    upper: money,
    rate:
      cell.projects > 0 ? toFixed({ n: BigInt(grown * 100), d: BigInt(cell.projects) }, 1) : null,
    perYuan: grant.n > 0n ? toFixed(divide(decimalOf(money), grant), 2) : null,
  };
}
