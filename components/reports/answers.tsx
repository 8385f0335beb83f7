import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/content";
import { Figure, Money } from "@/components/ui/figures";
import type { YearlyItem } from "@/lib/reports/queries";
import { questionLabels } from "./yearly-fields";

const money = new Set(["spentAmount", "sales", "exports", "profitAndTax", "followUpInvestment"]);

/** What a unit stated on one report: each question with its answer. */
export async function Answers({ item }: { item: Pick<YearlyItem, "answers" | "questions"> }) {
  const { answers } = item;
  const [t, common] = await Promise.all([
    getTranslations("screens-reports"),
    getTranslations("common"),
  ]);
  if (answers.unchanged === true) return <p>{t("unchanged")}</p>;
  const names = item.questions.filter((name) => !isBlank(answers[name]));
  const labels = await questionLabels();
  if (names.length === 0) return <p>{t("noAnswers")}</p>;
  return (
    <Facts
      items={names.map((name) => {
        const value = answers[name];
        const label = labels[name] ?? name;
        if (typeof value === "number") return { label, value: <Figure value={value} /> };
        const text = Array.isArray(value) ? titlesIn(value) : String(value);
        return money.has(name)
          ? { label, value: <Money yuan={text} unit={common("unit.wan")} /> }
          : { label, value: text, wide: true };
      })}
    />
  );
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

/** Outcomes that are told one by one, by their names. */
const titlesIn = (rows: readonly unknown[]): string =>
  rows
    .flatMap((row) =>
      typeof row === "object" && row !== null && "title" in row ? [String(row.title)] : [],
    )
    .join("；");
