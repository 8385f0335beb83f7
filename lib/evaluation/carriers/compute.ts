import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict } from "@/lib/kernel/errors";
import { financedStates } from "@/lib/project/funding";
import { newestRule, type StoredRule } from "../rule-definition";
import { setRowSelect } from "../scoring/set-row";
import { scoreSheet } from "../scoring/sheet";
import { type IndicatorKind, indicatorKinds, type Measured } from "../scoring/types";
import { type ContributionFacts, carrierMeasures } from "./rules";
import { contributionKinds, type LineNotes } from "./schema";

/** A line of a carrier's evaluation. */
export interface CarrierLine {
  code: string;
  level1: string;
  level2: string;
  zh: string;
  en: string;
  unit: string;
  kind: IndicatorKind;
  weight: string;
  target: Measured | null;
  actual: Measured | null;
  score: string | null;
  dropped: boolean;
  problems: readonly string[];
  /** Ids of the contributions behind it. */
  behind: readonly string[];
  reason: string | null;
  improvement: string | null;
}

/** A carrier's year, computed from its confirmed contributions. */
export interface CarrierSheet {
  setId: string;
  rule: StoredRule;
  lines: readonly CarrierLine[];
  levels: readonly { key: string; score: string; weight: string }[];
  total: string | null;
  grade: string | null;
}

const contributionSelect = {
  id: true,
  kind: true,
  year: true,
  amount: true,
  project: {
    select: { state: true, budgetTotal: true, acceptanceResult: true, grade: true },
  },
} as const satisfies Prisma.CarrierContributionSelect;

/** Confirmed contributions up to a year as the rules read them. */
async function factsOf(tx: Tx, carrierId: string, year: number): Promise<ContributionFacts[]> {
  const rows = await tx.carrierContribution.findMany({
    where: { carrierId, year: { lte: year }, confirmedAt: { not: null } },
    orderBy: [{ year: "asc" }, { id: "asc" }],
    select: contributionSelect,
  });
  return rows.flatMap(({ kind, amount, project, ...row }) => {
    const known = contributionKinds.find((each) => each === kind);
    if (known === undefined) return [];
    return [
      {
        ...row,
        kind: known,
        amount: amount?.toFixed(2) ?? null,
        project: project && {
          approved: financedStates.some((state) => state === project.state),
          budget: project.budgetTotal.toFixed(2),
          acceptanceResult: project.acceptanceResult,
          grade: project.grade,
        },
      },
    ];
  });
}

const setSelect = {
  id: true,
  indicators: {
    orderBy: { position: "asc" },
    select: setRowSelect,
  },
} as const satisfies Prisma.IndicatorSetSelect;

/** The newest indicator set for carriers that is in force; 409 without any. */
async function carrierSet(tx: Tx, now: Date) {
  const set = await tx.indicatorSet.findFirst({
    where: { purpose: "carrier", publishedAt: { lte: now } },
    orderBy: [{ publishedAt: "desc" }, { version: "desc" }],
    select: setSelect,
  });
  if (set === null) throw conflict("indicator_set_missing");
  return set;
}

/** A carrier's year by the newest set and rules: what it contributed, what it scores. */
export async function computeCarrier(
  tx: Tx,
  carrierId: string,
  year: number,
  notes: LineNotes,
  now: Date,
): Promise<CarrierSheet> {
  const set = await carrierSet(tx, now);
  const rule = await newestRule(tx, now, null);
  const measures = carrierMeasures(await factsOf(tx, carrierId, year), year);
  const rows = set.indicators.flatMap((row) => {
    const kind = indicatorKinds.find((each) => each === row.kind);
    const measure = measures[row.code];
    if (kind === undefined || measure === undefined) return [];
    const target = measure.actual === null ? null : { value: row.defaultTarget ?? "0" };
    return [{ ...row, kind, weight: row.weight.toString(), target, ...measure }];
  });
  const noteOf = (code: string) => notes.find((note) => note.code === code);
  const result = scoreSheet(
    rule.rule,
    rows,
    rows.map(({ code, actual }) => ({
      code,
      actual,
      reason: noteOf(code)?.reason ?? null,
      improvement: noteOf(code)?.improvement ?? null,
    })),
  );
  return {
    setId: set.id,
    rule,
    lines: rows.map(({ defaultTarget: _default, ...row }, at) => ({
      ...row,
      score: result.lines[at]?.score ?? null,
      dropped: result.lines[at]?.notApplicable ?? false,
      problems: result.lines[at]?.problems.map(({ code }) => code) ?? [],
      reason: noteOf(row.code)?.reason ?? null,
      improvement: noteOf(row.code)?.improvement ?? null,
    })),
    levels: result.levels,
    total: result.total,
    grade: result.grade,
  };
}

/** Lines whose explanation is missing: nothing can be confirmed before. */
export const carrierGaps = (sheet: Pick<CarrierSheet, "lines">) =>
  sheet.lines
    .filter(({ dropped }) => !dropped)
    .flatMap(({ code, problems }) => problems.map((problem) => ({ code, problem })));
