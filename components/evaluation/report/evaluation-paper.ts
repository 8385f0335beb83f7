import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { formatDate, formatPaperDate } from "@/components/ui/format";
import type { Paper } from "@/lib/documents/paper/paper";
import type { ProjectDetail } from "@/lib/project/detail";
import { conclusionPart } from "./conclusion-part";
import { followingPart } from "./following-part";
import { leadOf } from "./lead";
import { ledgerPart } from "./ledger-part";
import { linesPart } from "./lines-part";
import { moneyPart } from "./money-part";
import { opinionsPart } from "./opinions-part";
import type { EvaluationReport, PartContext } from "./part-context";
import { promisePart } from "./promise-part";
import { sensitivityPart } from "./sensitivity-part";
import { wishesPart } from "./wishes-part";

const parts = [
  conclusionPart,
  wishesPart,
  linesPart,
  promisePart,
  ledgerPart,
  moneyPart,
  sensitivityPart,
  opinionsPart,
  followingPart,
];

/**
 * The evaluation report of one project as an official paper: the cover and the first part for the
 * leader who has a minute, the rest for the auditor.
 */
export async function evaluationPaper(
  project: ProjectDetail,
  report: EvaluationReport,
  words: Words,
): Promise<Paper> {
  const [t, absorption, consequence, common] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("screens-absorption"),
    getTranslations("consequences"),
    getTranslations("common"),
  ]);
  const context: PartContext = { project, report, words, t, absorption, consequence };
  const final = report.status === "final";
  return {
    locale: words.locale,
    issuer: common("bureau"),
    title: t("paper.title"),
    subtitle: t("paper.round", { round: report.round }),
    facts: factsOf(context),
    verdict: [
      [
        t("paper.grade"),
        final && report.grade ? words.names("grade", report.grade) : t("paper.pending"),
      ],
      [final ? t("paper.score") : t("paper.scoreSoFar"), report.total ?? report.selfTotal ?? "—"],
      [t("evaluation.selfTotal"), report.selfTotal ?? "—"],
    ],
    lead: leadOf(context),
    issuedOn: report.final ? formatPaperDate(report.final.at, words.locale) : t("paper.notFinal"),
    sections: parts.map((part) => part(context)),
  };
}

function factsOf({ project, report, words, t }: PartContext): (readonly [string, string])[] {
  const term =
    project.startsOn && project.endsOn
      ? t("paper.term", { from: formatDate(project.startsOn), to: formatDate(project.endsOn) })
      : "—";
  const result = report.acceptance?.result;
  const acceptance = result ? words.names("acceptance_result", result) : t("acceptance.undecided");
  const certificate = report.acceptance?.certificateNumber;
  return [
    [t("paper.project"), titleOf({ project, words })],
    [t("paper.number"), project.number ?? "—"],
    [t("paper.unit"), project.unitName],
    [t("paper.district"), words.names("district", project.districtId)],
    [
      t("paper.partner"),
      `${words.names("country", project.countryCode)} · ${words.names("cooperation_mode", project.cooperationMode)}`,
    ],
    [t("paper.industry"), words.names("industry", project.industryCode)],
    [t("paper.period"), term],
    [t("paper.acceptance"), certificate ? `${acceptance}（${certificate}）` : acceptance],
    [
      t("paper.basis"),
      t("paper.basisText", { baseline: report.baselineVersion, formula: report.formulaVersion }),
    ],
  ];
}

/** The project's title in the reader's language, where it has one. */
const titleOf = ({ project, words }: Pick<PartContext, "project" | "words">): string =>
  words.locale === "en" ? (project.titleEn ?? project.title) : project.title;
