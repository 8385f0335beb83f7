import { decimalOf, toFixed, total } from "@/lib/kernel/fraction";
import { sumYuan, wanYuanField } from "@/lib/kernel/money";
import type { Measured } from "../scoring/types";
import type { ContributionKind } from "./schema";

/** A confirmed contribution with what its project has become; amounts in yuan. */
export interface ContributionFacts {
  id: string;
  kind: ContributionKind;
  year: number;
  amount: string | null;
  project: {
    /** Whether it was approved (立项), whatever came after. */
    approved: boolean;
    budget: string;
    acceptanceResult: string | null;
    grade: string | null;
  } | null;
}

/** A line's result with the contributions behind it; null where there is nothing to measure yet. */
export interface CarrierMeasure {
  actual: Measured | null;
  behind: readonly string[];
}

const passed = ["passed", "passed_after_rectification"];
const fine = ["excellent", "good"];

/**
 * What a carrier's year comes to, by the codes of the default set: what it brought and transferred in
 * the year, and what has become by now of all that it ever brought. Shares are counts over counts.
 */
export function carrierMeasures(
  contributions: readonly ContributionFacts[],
  year: number,
): Readonly<Record<string, CarrierMeasure>> {
  const known = contributions.filter((row) => row.year <= year);
  const of = (kind: ContributionKind) =>
    known.filter((row) => row.kind === kind && row.year === year);
  const [brought, transfers, outcomes] = [
    of("project_brought"),
    of("technology_transferred"),
    of("outcome"),
  ];
  const approved = brought.filter(({ project }) => project?.approved);
  const ever = known.filter((row) => row.kind === "project_brought");
  const judged = ever.filter(
    ({ project }) => project !== null && project.acceptanceResult !== null,
  );
  const graded = ever.filter(({ project }) => project !== null && project.grade !== null);
  return {
    C1: count(brought),
    C2: share(approved, brought),
    C3: money(approved, ({ project }) => project?.budget ?? "0"),
    T1: count(transfers),
    T2: money(transfers, ({ amount }) => amount ?? "0"),
    A1: share(
      judged.filter(({ project }) => passed.includes(project?.acceptanceResult ?? "")),
      judged,
    ),
    A2: share(
      graded.filter(({ project }) => fine.includes(project?.grade ?? "")),
      graded,
    ),
    A3: money(outcomes, ({ amount }) => amount ?? "0"),
  };
}

type Rows = readonly ContributionFacts[];

const ids = (rows: Rows): string[] => rows.map(({ id }) => id);

const count = (rows: Rows): CarrierMeasure => ({
  actual: { value: toFixed(total(rows.map(() => decimalOf("1"))), 0) },
  behind: ids(rows),
});

const share = (part: Rows, whole: Rows): CarrierMeasure => ({
  actual:
    whole.length === 0
      ? null
      : { numerator: String(part.length), denominator: String(whole.length) },
  behind: ids(whole),
});

const money = (rows: Rows, of: (row: ContributionFacts) => string): CarrierMeasure => ({
  actual: { value: wanYuanField(sumYuan(rows.map(of))) },
  behind: ids(rows),
});
