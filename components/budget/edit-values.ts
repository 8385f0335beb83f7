import type { FormField, Json } from "@/components/form/types";
import type { Words } from "@/components/project/words";
import type { BudgetForm } from "@/lib/evaluation/rollup/queries";
import type { FormKind } from "@/lib/evaluation/rollup/schema";
import { type BudgetText, worded } from "./measured";

/** The command that saves each kind of form. */
export const saveCommands: Readonly<Record<FormKind, string>> = {
  goals: "rollup.save-goals",
  monitoring: "rollup.save-monitoring",
  self_evaluation: "rollup.save-self-evaluation",
  department: "rollup.save-department",
};

/** Lines that the form asks about: what has nothing to measure, or nothing to explain, isn't asked. */
const asked = ({ kind, sheet }: BudgetForm) =>
  sheet.rows.filter((row) => {
    if (kind === "department") return true;
    const told = Boolean(row.note.reason || row.note.improvement);
    return !row.dropped && (kind !== "self_evaluation" || row.worse || row.overAchieved || told);
  });

const given = (values: Record<string, Json | undefined>): { [key: string]: Json } => {
  const kept: { [key: string]: Json } = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) kept[name] = value;
  return kept;
};

/** What the form of a kind starts with: what was saved, and a line for each indicator. */
export function editValues(form: BudgetForm): { [key: string]: Json } {
  const { content, kind } = form;
  const lines = asked(form).map((row) => {
    const { note } = row;
    if (kind === "department") {
      return given({
        code: row.code,
        weight: row.weight,
        achievement: note.achievement,
        score: note.score,
        reason: note.reason,
        improvement: note.improvement,
      });
    }
    return given(
      kind === "monitoring"
        ? {
            code: row.code,
            expected: note.expected,
            likelihood: note.likelihood ?? "certain",
            hindrance: note.hindrance,
            reason: note.reason,
            remark: note.remark,
          }
        : {
            code: row.code,
            cause: note.cause,
            reason: note.reason,
            improvement: note.improvement,
          },
    );
  });
  const own = {
    goals: { remark: content.remark },
    monitoring: { expectedExecuted: content.expectedExecuted, lines },
    self_evaluation: {
      achieved: content.achieved,
      executionReason: content.executionReason,
      lines,
    },
    department: { opinion: content.opinion, lines },
  };
  return given(own[kind]);
}

/** Each line by its indicator, its target and what was reached. */
export const lineNames = (form: BudgetForm, words: Words, t: BudgetText) =>
  asked(form).map((row) => {
    const name = `${row.code} ${words.locale === "en" ? row.en : row.zh}`;
    const figures = [row.target, row.actual]
      .map((measured) => worded(row, measured, words, t).text)
      .join(" → ");
    const score = row.score ? ` · ${row.score}/${row.weight}` : "";
    return { value: row.code, label: row.target ? `${name}: ${figures}${score}` : name };
  });

/** Bands and points are asked of what is judged; causes only where something is to explain. */
export function shownFor(
  form: BudgetForm,
): Readonly<Record<string, NonNullable<FormField["showWhen"]>>> {
  if (form.kind !== "department") return {};
  const judged = asked(form).flatMap(({ kind, code }) => (kind === "qualitative" ? [code] : []));
  const showWhen = { field: "code", in: judged };
  return { "lines.achievement": showWhen, "lines.score": showWhen };
}
