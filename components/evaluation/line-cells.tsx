import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import type { EvaluationFormLine } from "@/lib/evaluation/queries";
import styles from "./evaluation.module.css";
import { reasonTexts } from "./line-text";

interface LineValueProps {
  line: EvaluationFormLine;
  value: string | null;
  words: Words;
}

/** A target or a value with its unit; a band in words. */
export async function LineValue({ line, value, words }: LineValueProps) {
  const t = await getTranslations("screens-evaluation");
  if (line.notApplicable) return t("line.notApplicable");
  if (value === null || value === "") return "—";
  if (line.kind === "qualitative") return t(`band.${value}`);
  const unit = words.names("measure_unit", line.unit);
  return (
    <>
      {value}
      <span className={styles.unit}>{unit}</span>
    </>
  );
}

/** Cause, reason and improvement of a line, and what the reviewer deducted and why. */
export async function LineReasons({ line, words }: { line: EvaluationFormLine; words: Words }) {
  const t = await getTranslations("screens-evaluation");
  const parts = reasonTexts(t, words, line);
  if (parts.length === 0) return "—";
  return parts.map((part) => (
    <span key={part} className={styles.reason}>
      {part}
    </span>
  ));
}
