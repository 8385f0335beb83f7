import { formTexts } from "@/components/form/form-texts";
import { formModel } from "@/components/form/model";
import type { Choice, FormField } from "@/components/form/types";
import { levelsOf } from "@/lib/evaluation/publishing/check-indicators";
import type { EditableDraft } from "@/lib/evaluation/publishing/queries";
import {
  consequenceContent,
  consequenceTriggers,
  incentiveContent,
  indicatorsForm,
  scoringContent,
} from "@/lib/evaluation/publishing/schema";
import { achievements, grades } from "@/lib/evaluation/scoring/rule";
import type { RuleWords } from "./rule-words";

/** The fields of a draft, drawn from the schema of its family. */
export async function draftFields(
  draft: EditableDraft,
  context: RuleWords,
): Promise<readonly FormField[]> {
  const { words } = context;
  const texts = await formTexts("rules");
  // The lines of all levels have the same fields.
  const ofLine = (path: string, name: string) =>
    draft.family === "indicators" && path.startsWith("levels.") ? name : path;
  const levelOf = (path: string) => /^levels\.(\w+)$/.exec(path)?.[1];
  return formModel(schemaOf(draft), {
    texts: {
      ...texts,
      label: (path, name) => {
        const level = draft.family === "indicators" ? levelOf(path) : undefined;
        if (level) return words.names("indicator_level", level);
        return path === "levels" && draft.family === "indicators"
          ? context.t("family.indicators")
          : texts.label(ofLine(path, name), name);
      },
      help: (path, name) => texts.help(ofLine(path, name), name),
      option: (path, name, value) => texts.option(path.split(".").at(-1) ?? path, name, value),
    },
    lists: listsOf(draft, context),
  }).fields;
}

/** A project's set may gain and lose indicators; the others are computed by their codes. */
function schemaOf({ typed, base }: EditableDraft) {
  switch (typed.family) {
    case "scoring":
      return scoringContent;
    case "consequence":
      return consequenceContent;
    case "incentive":
      return incentiveContent;
    case "indicators":
      return indicatorsForm(levelsOf(typed.content), base.purpose !== "project");
  }
}

function listsOf(
  { typed, lists }: EditableDraft,
  { words, trigger }: RuleWords,
): Record<string, readonly Choice[]> {
  const named = (list: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: words.names(list, value) }));
  const found: Record<string, readonly Choice[]> = {
    units: named("measure_unit", lists.units),
    dimensions: named("dimension", lists.dimensions),
    triggers: consequenceTriggers.map((value) => ({ value, label: trigger(value) })),
    "grades.grade": named("grade", grades),
    "bands.achievement": named("achievement", achievements),
  };
  if (typed.family !== "indicators") return found;
  for (const [level, rows] of Object.entries(typed.content.levels)) {
    found[`groups.${level}`] = named("indicator_group", lists.groups[level] ?? []);
    found[`levels.${level}.code`] = rows.map(({ code = "", zh, en }) => ({
      value: code,
      label: `${code} ${(words.locale === "en" ? en : zh) ?? ""}`,
    }));
  }
  return found;
}
