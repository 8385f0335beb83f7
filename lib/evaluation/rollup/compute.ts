import type { Tx } from "@/lib/db/client";
import { startOfShanghaiDay } from "@/lib/kernel/working-days";
import { loadNumbers } from "@/lib/reference/settings";
import { newestRule } from "../rule-definition";
import { departmentRows } from "./department";
import { indicatorFacts, type ProjectFacts, rollFacts } from "./facts";
import { type Drawn, drawnIn } from "./paid";
import { moneyOf, type YearRecord } from "./record";
import type { FormContent, FormKind } from "./schema";
import { type FormSheet, rolledRows, scored } from "./sheet";

/** A project as the cells lead to it. */
export interface ProjectBrief {
  id: string;
  number: string | null;
  title: string;
  titleEn: string | null;
  unitName: string;
}

/** A form computed from the records as they stand. */
export interface ComputedForm extends FormSheet {
  projects: readonly ProjectBrief[];
  drawn: readonly Drawn[];
  /** How many projects' targets fall due in the year. */
  due: number;
}

/** Month and day of the parameter, as 731 for 31 July. */
const cutOffDefault = 731;

/** The first instant after the monitoring's cut-off (1–7 月). */
export async function monitoringUntil(tx: Tx, year: number, now: Date): Promise<Date> {
  const number = (await loadNumbers(tx, now)).get("budget_monitoring_cut_off") ?? cutOffDefault;
  const [month, day] = [Math.floor(number / 100), number % 100];
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return new Date(startOfShanghaiDay(text).getTime() + 86_400_000);
}

/**
 * Computes one of the finance's forms from the records as they stand: targets and results of the
 * projects whose terms end in the year, the year's money, the scores (domain.md §3.1–3.2).
 */
export async function computeForm(
  tx: Tx,
  year: YearRecord,
  kind: FormKind,
  content: FormContent,
  now: Date,
): Promise<ComputedForm> {
  const until = kind === "monitoring" ? await monitoringUntil(tx, year.year, now) : undefined;
  const projects = await rollFacts(tx, year.budgetItemId, year.year, until ? { until, now } : null);
  const drawn = await drawnIn(tx, year.budgetItemId, year.year, until);
  const { rule } = await newestRule(tx, now, year.budgetItem.reverseVariant);
  const money = moneyOf(year);
  const rows = rolledRows(indicatorFacts(projects, until), content);
  const self = scored(kind, rule, money, rows, true);
  const sheet =
    kind === "department"
      ? scored(
          kind,
          rule,
          money,
          await departmentRows(
            tx,
            year,
            { projects, drawn, money, self: { ...self, kind: "self_evaluation" } },
            content,
            now,
          ),
          false,
        )
      : self;
  return { ...sheet, projects: await briefs(tx, projects, sheet), drawn, due: projects.length };
}

/** The projects that the cells name, those of other years (payments, reports) included. */
async function briefs(
  tx: Tx,
  projects: readonly ProjectFacts[],
  sheet: FormSheet,
): Promise<ProjectBrief[]> {
  const known = new Set(projects.map(({ id }) => id));
  const named = sheet.rows.flatMap(({ parts }) => parts.map(({ projectId }) => projectId));
  const others = [...new Set(named)].filter((id) => !known.has(id));
  const more = await tx.project.findMany({
    where: { id: { in: others } },
    orderBy: { number: "asc" },
    select: { id: true, number: true, title: true, titleEn: true, unitName: true },
  });
  return [...projects, ...more].map(({ id, number, title, titleEn, unitName }) => ({
    id,
    number,
    title,
    titleEn,
    unitName,
  }));
}
