import type { Words } from "@/components/project/words";
import { formatDecimal } from "@/components/ui/format";
import type { FormRow } from "@/lib/evaluation/rollup/sheet";
import type { Measured } from "@/lib/evaluation/scoring/types";
import { decimalOf, divide, fraction, multiply, toFixed } from "@/lib/kernel/fraction";

/** The texts of the forms. */
export type BudgetText = (key: string, values?: Record<string, string | number>) => string;

/** A value in words, and below it the parts that it was made from. */
export interface Worded {
  text: string;
  below?: string;
}

const shortened = (text: string): string => formatDecimal(text.replace(/(\.\d{2})\d+$/, "$1"));

/** A rolled-up value as people read it: a sum with its unit, a rate with its parts, reached of all. */
export function worded(
  row: Pick<FormRow, "how" | "unit">,
  measured: Measured | null,
  words: Words,
  t: BudgetText,
): Worded {
  if (measured === null) return { text: "—" };
  if ("value" in measured) {
    const unit = words.names("measure_unit", row.unit);
    const gap = unit === "%" || words.locale === "zh-CN" ? "" : " ";
    return { text: `${formatDecimal(measured.value)}${gap}${unit}` };
  }
  const { numerator: part, denominator: whole } = measured;
  if (row.how === "reached") {
    const all = part === whole;
    return { text: t(all ? "paper.reachedAll" : "paper.reachedOf", { part, whole }) };
  }
  return {
    text: rate(measured, row.unit),
    below: t("paper.partOf", { part: shortened(part), whole: shortened(whole) }),
  };
}

function rate(
  { numerator, denominator }: { numerator: string; denominator: string },
  unit: string,
) {
  if (Number(denominator) === 0) return "—";
  const quotient = divide(decimalOf(numerator), decimalOf(denominator));
  if (unit !== "percent") return formatDecimal(toFixed(quotient, 2));
  return `${formatDecimal(toFixed(multiply(quotient, fraction(100n)), 2))}%`;
}
