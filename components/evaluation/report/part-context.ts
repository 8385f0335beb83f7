import type { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import type { evaluationReport } from "@/lib/evaluation/report";
import type { ProjectDetail } from "@/lib/project/detail";
import type { ScreenWords } from "../line-text";

export type EvaluationReport = NonNullable<Awaited<ReturnType<typeof evaluationReport>>>;

/** What each part of the paper is made from. */
export interface PartContext {
  project: ProjectDetail;
  report: EvaluationReport;
  words: Words;
  t: ScreenWords;
  consequence: Awaited<ReturnType<typeof getTranslations<"consequences">>>;
  absorption: Awaited<ReturnType<typeof getTranslations<"screens-absorption">>>;
}
