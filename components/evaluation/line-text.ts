import type { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { formatDecimal, shiftDecimal } from "@/components/ui/format";
import type { EvaluationFormLine } from "@/lib/evaluation/queries";

export type ScreenWords = Awaited<ReturnType<typeof getTranslations<"screens-evaluation">>>;

/** An indicator's name in the reader's language. */
export const indicatorName = (line: EvaluationFormLine, words: Words): string =>
  words.locale === "en" ? line.en : line.zh;

/** A target or a value with its unit; a band in words. */
export function valueText(
  t: ScreenWords,
  words: Words,
  line: EvaluationFormLine,
  value: string | null,
): string {
  if (line.notApplicable) return t("line.notApplicable");
  if (value === null || value === "") return "—";
  if (line.kind === "qualitative") return t(`band.${value}`);
  if (words.locale === "en" && line.unit === "wan_yuan") return inYuan(value);
  const unit = words.names("measure_unit", line.unit);
  return words.locale === "en" && /^[a-z]/i.test(unit) ? `${value} ${unit}` : `${value}${unit}`;
}

/** English has no word for 万元: 150 of them are CNY 1,500,000. */
function inYuan(value: string): string {
  const yuan = shiftDecimal(value, 4);
  return yuan === undefined ? value : `CNY ${formatDecimal(yuan)}`;
}

/** Cause, reason and improvement of a line, and why the reviewer deducted or set another value. */
export function reasonTexts(t: ScreenWords, words: Words, line: EvaluationFormLine): string[] {
  return [
    line.cause && line.reason
      ? t("line.causeReason", {
          cause: words.names("deviation_cause", line.cause),
          reason: line.reason,
        })
      : line.reason,
    line.improvement ? t("line.improvement", { text: line.improvement }) : null,
    line.deductionPercent > 0
      ? t("line.deduction", { percent: line.deductionPercent, reason: line.deductionReason ?? "" })
      : line.deductionReason && t("line.audit", { reason: line.deductionReason }),
  ].filter((part): part is string => Boolean(part));
}
