import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { formatWan } from "@/components/ui/format";
import type { RuleProblem } from "@/lib/evaluation/publishing/numbers";
import type { RuleFamily } from "@/lib/evaluation/publishing/schema";

export type RuleTexts = Awaited<ReturnType<typeof getTranslations<"rules">>>;

/** How the values of a family are said in the reader's language. */
export interface RuleWords {
  t: RuleTexts;
  words: Words;
  trigger: (trigger: string) => string;
}

export async function loadRuleWords(words: Words): Promise<RuleWords> {
  const [t, consequences] = await Promise.all([
    getTranslations("rules"),
    getTranslations("consequences"),
  ]);
  return {
    t,
    words,
    trigger: (trigger) => consequences(`trigger.${trigger.replace(":", "_")}`),
  };
}

interface Named {
  family: RuleFamily;
  title: { zh: string; en: string } | null;
}

/** The name of a rule; the scoring rules have none of their own. */
export function ruleName({ t, words }: RuleWords, { title }: Named): string {
  if (title === null) return t("screen.scoringTitle");
  return words.locale === "en" ? title.en : title.zh;
}

/** A field's label, of the form or of the difference. */
export const fieldLabel = ({ t }: RuleWords, field: string): string =>
  t.has(`change.${field}`) ? t(`change.${field}`) : t(`fields.${field}.label`);

/** The row that a value belongs to: a level, a grade, a band; an indicator by its code. */
export function rowLabel({ words }: RuleWords, field: string, row: string | null): string | null {
  if (row === null) return null;
  if (field === "level") return words.names("indicator_level", row);
  if (field === "gradeFrom") return words.names("grade", row);
  return field.startsWith("band") ? words.names("achievement", row) : row;
}

const lists: Readonly<Record<string, string>> = {
  level1: "indicator_level",
  level2: "indicator_group",
  unit: "measure_unit",
  dimensions: "dimension",
};

const amounts = ["cap", "budget"];

/** A value as it is read: codes by their names, money in 万元. */
export function valueLabel(context: RuleWords, field: string, value: string | null): string {
  const { t, words, trigger } = context;
  if (value === null) return t("screen.none");
  const list = lists[field];
  const parts = value.split(", ");
  if (list) return parts.map((part) => words.names(list, part)).join(" · ");
  if (field === "triggers") return parts.map(trigger).join(" · ");
  if (amounts.includes(field)) return formatWan(value);
  if (field === "ratePercent") return `${value}%`;
  if (field === "defaultTarget") return words.names("achievement", value);
  return t.has(`options.${field}.${value}`) ? t(`options.${field}.${value}`) : value;
}

/** What stands against publishing, as a sentence. */
export function problemLabel({ t, words }: RuleWords, { code, params }: RuleProblem): string {
  const named = { ...params };
  if (typeof named.band === "string") named.band = words.names("achievement", named.band);
  if (typeof named.key === "string") named.key = words.names("indicator_level", named.key);
  return t(`problems.${code}`, named);
}
