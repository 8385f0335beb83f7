import type { TargetPlan } from "@/lib/project/plan";
import type { RowProblem } from "../registration/problems";
import { type CellContent, type CodeFinder, textOf } from "./cells";

/** The sheet of targets beside the ledger, by language. */
export const targetSheetNames = { "zh-CN": "绩效目标", en: "Targets" } as const;

/** Its columns: which project (by number or title), which indicator, the target, whether it is a core one. */
export const targetColumns = [
  { key: "project", zh: "项目编号或名称 *", en: "Project number or title *" },
  { key: "indicatorCode", zh: "指标代码 *", en: "Indicator code *" },
  { key: "value", zh: "目标值 *", en: "Target *" },
  { key: "core", zh: "核心指标（是/否）", en: "Core (yes/no)" },
] as const;

interface NamedTarget extends TargetPlan {
  project: string;
  row: number;
}

export interface ReadTargets {
  targets: NamedTarget[];
  problems: RowProblem[];
}

const longest = { project: 120, indicatorCode: 20, value: 60 } as const;
const yes = new Set(["是", "yes", "y", "1", "true"]);

/**
 * Reads the sheet of targets, its header in the first row; what is missing or too long is an error. A
 * band may be named by its code or in words. Pure.
 */
export function targetsOfSheet(
  sheet: readonly (readonly CellContent[])[],
  findCode: CodeFinder,
): ReadTargets {
  const read: ReadTargets = { targets: [], problems: [] };
  for (const [index, cells] of sheet.slice(1).entries()) {
    const texts = targetColumns.map((_, at) => textOf(cells[at] ?? null));
    if (texts.every((text) => text === "")) continue;
    const [project = "", indicatorCode = "", value = "", core = ""] = texts;
    const row = index + 2;
    const line = { project, indicatorCode, value };
    const wrong = (["project", "indicatorCode", "value"] as const).find(
      (key) => line[key] === "" || line[key].length > longest[key],
    );
    if (wrong) read.problems.push(problem(row, "target_incomplete", "error"));
    else {
      const band = findCode("achievement", value);
      read.targets.push({
        ...line,
        value: band ?? value,
        core: yes.has(core.toLowerCase()),
        row,
      });
    }
  }
  return read;
}

const problem = (
  row: number,
  code: string,
  severity: RowProblem["severity"],
  params?: RowProblem["params"],
): RowProblem => ({ row, column: "targets", code, params, severity });

/** The targets of one line of the ledger, by its number or else its title. */
export function targetsFor(
  read: ReadTargets,
  line: Readonly<Record<string, string | number>>,
): TargetPlan[] {
  return read.targets
    .filter(({ project }) => project === String(line.number ?? "") || project === line.title)
    .map(({ indicatorCode, value, core }) => ({ indicatorCode, value, core }));
}

/** Targets whose project is in no line of the ledger are left out, and told. */
export function strayTargets(
  read: ReadTargets,
  lines: readonly Readonly<Record<string, string | number>>[],
): RowProblem[] {
  const named = new Set(lines.flatMap(({ number, title }) => [String(number ?? ""), title ?? ""]));
  return read.targets
    .filter(({ project }) => !named.has(project))
    .map(({ project, row }) => problem(row, "target_without_project", "error", { value: project }));
}
