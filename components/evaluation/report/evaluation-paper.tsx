import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import type { evaluationReport } from "@/lib/evaluation/report";
import type { ProjectDetail } from "@/lib/project/detail";
import { ConclusionPart } from "./conclusion-part";
import { CoverPart } from "./cover-part";
import { FollowingPart } from "./following-part";
import { LedgerPart } from "./ledger-part";
import { LinesPart } from "./lines-part";
import { MoneyPart } from "./money-part";
import { OpinionsPart } from "./opinions-part";
import styles from "./paper.module.css";
import { PromisePart } from "./promise-part";

export type EvaluationReport = NonNullable<Awaited<ReturnType<typeof evaluationReport>>>;

/** What each part of the paper gets; `part` is its number among the headings. */
export interface PartProps {
  project: ProjectDetail;
  report: EvaluationReport;
  words: Words;
  part: number;
}

const parts = [
  ConclusionPart,
  LinesPart,
  PromisePart,
  LedgerPart,
  MoneyPart,
  OpinionsPart,
  FollowingPart,
];

/** The report as an official paper: the first page for the leader, the rest for the auditor. */
export async function EvaluationPaper({ project, report, words }: Omit<PartProps, "part">) {
  const t = await getTranslations("screens-evaluation");
  return (
    <article className={styles.paper} aria-label={t("paper.title")}>
      <CoverPart project={project} report={report} words={words} />
      {parts.map((Part, index) => (
        <Part key={Part.name} project={project} report={report} words={words} part={index + 1} />
      ))}
    </article>
  );
}
