import type { Tx } from "@/lib/db/client";
import { conflict } from "@/lib/kernel/errors";
import { decimalOf, toFixed, total } from "@/lib/kernel/fraction";
import { wanYuanField } from "@/lib/kernel/money";
import { setRowSelect } from "../scoring/set-row";
import { indicatorKinds, type Measured } from "../scoring/types";
import type { ProjectFacts } from "./facts";
import { type Drawn, reportsIn } from "./paid";
import type { YearRecord } from "./record";
import { moneyTotal, type Part } from "./rules";
import type { FormContent } from "./schema";
import { type FormRow, type FormSheet, noteOf, type YearMoney } from "./sheet";

/** What Kehe itself can say about a line of the department's evaluation. */
interface Measure {
  actual: Measured | null;
  parts?: Part[];
  from?: string[];
}

interface Sources {
  projects: readonly ProjectFacts[];
  drawn: readonly Drawn[];
  reports: readonly { projectId: string; inTime: boolean }[];
  money: YearMoney;
  self: FormSheet;
}

/** The second level of the self-evaluation that each output and benefit line sums up. */
const groups: Readonly<Record<string, string>> = {
  O1: "quantity",
  O2: "quality",
  O3: "timeliness",
  O4: "cost",
  B1: "economic",
  B2: "social",
  B3: "ecological",
  B4: "sustainable",
  B5: "satisfaction",
};

/** The lines of the newest set for departments, with what the records say about each. */
export async function departmentRows(
  tx: Tx,
  { budgetItemId, year }: Pick<YearRecord, "budgetItemId" | "year">,
  sources: Omit<Sources, "reports">,
  content: FormContent,
  now: Date,
): Promise<FormRow[]> {
  const set = await tx.indicatorSet.findFirst({
    where: { purpose: "department", publishedAt: { lte: now } },
    orderBy: [{ publishedAt: "desc" }, { version: "desc" }],
    select: { indicators: { orderBy: { position: "asc" }, select: setRowSelect } },
  });
  if (set === null) throw conflict("indicator_set_missing");
  const measures = measuresOf({ ...sources, reports: await reportsIn(tx, budgetItemId, year) });
  return set.indicators.flatMap((row) => {
    const kind = indicatorKinds.find((each) => each === row.kind);
    if (kind === undefined) return [];
    const measure = measures[row.code] ?? { actual: null };
    const note = noteOf(content, row.code);
    const target = kind === "qualitative" ? null : { value: row.defaultTarget ?? "100" };
    return [
      {
        ...row,
        kind,
        how: null,
        weight: note.weight ?? row.weight.toString(),
        target: measure.actual === null ? null : target,
        actual: measure.actual,
        score: null,
        worse: false,
        overAchieved: false,
        dropped: false,
        pending: 0,
        parts: measure.parts ?? [],
        problems: [],
        from: measure.from ?? [],
        note,
      },
    ];
  });
}

function measuresOf(sources: Sources): Readonly<Record<string, Measure>> {
  const { projects, drawn, reports, money, self } = sources;
  const called = projects.filter(({ callId }) => callId !== null);
  const targets = projects.flatMap(({ baselines }) => baselines[0]?.targets ?? []);
  const irregular = self.rows.find(({ code }) => code === "K2");
  return {
    D2: share(
      called,
      ({ contracts, publicNotices }) => contracts.length + publicNotices.length > 1,
    ),
    D4: countShare(targets.filter(({ kind }) => kind !== "qualitative").length, targets.length),
    P1: ofMoney(
      drawn.map(({ projectId, issued, received }) => ({
        projectId,
        whole: issued,
        part: received,
      })),
    ),
    P2: quotient(moneyTotal(money.executed), moneyTotal(money.adjusted)),
    P3: { actual: irregular?.actual ?? null, parts: [...(irregular?.parts ?? [])], from: ["K2"] },
    P5: ofReports(reports),
    ...Object.fromEntries(
      Object.entries(groups).map(([code, group]) => [code, reachedIn(self, group)]),
    ),
  };
}

const quotient = (numerator: string, denominator: string): Measure => ({
  actual: Number(denominator) > 0 ? { numerator, denominator } : null,
});

const countShare = (part: number, whole: number): Measure => quotient(String(part), String(whole));

const yesNo = (projectId: string, reached: boolean): Part => ({
  projectId,
  target: "1",
  actual: reached ? "1" : "0",
  base: null,
  left: false,
  reached,
});

function share(
  projects: readonly ProjectFacts[],
  test: (project: ProjectFacts) => boolean,
): Measure {
  const parts = projects.map((project) => yesNo(project.id, test(project)));
  return { ...countShare(parts.filter(({ reached }) => reached).length, parts.length), parts };
}

function ofReports(reports: Sources["reports"]): Measure {
  const parts = reports.map(({ projectId, inTime }) => yesNo(projectId, inTime));
  return { ...countShare(parts.filter(({ reached }) => reached).length, parts.length), parts };
}

function ofMoney(rows: readonly { projectId: string; whole: string; part: string }[]): Measure {
  const moved = rows.filter(({ whole }) => Number(whole) > 0);
  const sum = (side: "whole" | "part") =>
    toFixed(total(moved.map((row) => decimalOf(row[side]))), 2);
  const parts = moved.map(({ projectId, whole, part }) => ({
    projectId,
    target: wanYuanField(whole),
    actual: wanYuanField(part),
    base: null,
    left: false,
    reached: Number(part) >= Number(whole),
  }));
  return { ...quotient(sum("part"), sum("whole")), parts };
}

/** Points reached over points to be had among the self-evaluation's lines of a second level. */
function reachedIn(self: FormSheet, level2: string): Measure {
  const rows = self.rows.filter((row) => row.level2 === level2 && !row.dropped);
  const sum = (texts: readonly string[]) => toFixed(total(texts.map(decimalOf)), 2);
  return {
    ...quotient(sum(rows.map(({ score }) => score ?? "0")), sum(rows.map(({ weight }) => weight))),
    from: rows.map(({ code }) => code),
  };
}
