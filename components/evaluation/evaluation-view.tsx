import { getTranslations } from "next-intl/server";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { EmptyState } from "@/components/ui/states";
import { consequencesOf } from "@/lib/evaluation/consequences/queries";
import { followUpRatingOf } from "@/lib/evaluation/follow-up/queries";
import { acceptanceOfProject, evaluationForm, trackingReports } from "@/lib/evaluation/queries";
import { surveysOf } from "@/lib/evaluation/survey/queries";
import { query } from "@/lib/kernel/query";
import { AcceptanceSection } from "./acceptance-section";
import { ConsequencesSection } from "./consequences-section";
import { EvaluationSection } from "./evaluation-section";
import { SurveysSection } from "./surveys-section";
import { TrackingSection } from "./tracking-section";

/** Acceptance, performance evaluation and follow-up of a project. */
export async function EvaluationView({ actor, project, words, now }: ProjectViewProps) {
  const t = await getTranslations("screens-evaluation");
  const { acceptance, evaluation, tracking, rating, consequences, surveys } = await query(
    actor,
    async (tx) => ({
      acceptance: await acceptanceOfProject(tx, actor, project.id, now),
      evaluation: await evaluationForm(tx, actor, project.id, now),
      tracking: await trackingReports(tx, actor, project.id),
      surveys: await surveysOf(tx, actor, project.id, now),
      consequences: await consequencesOf(tx, actor, project.id, now),
      rating: await followUpRatingOf(tx, actor, project.id),
    }),
  );
  const asking = surveys ? <SurveysSection projectId={project.id} surveys={surveys} /> : null;
  if (acceptance === null && evaluation === null) {
    return (
      <>
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
        {asking}
      </>
    );
  }
  return (
    <>
      {acceptance ? (
        <AcceptanceSection project={project} acceptance={acceptance} words={words} now={now} />
      ) : null}
      {evaluation ? (
        <EvaluationSection projectId={project.id} evaluation={evaluation} words={words} />
      ) : null}
      {asking}
      {consequences && consequences.length > 0 ? (
        <ConsequencesSection
          projectId={project.id}
          unitId={project.unitId}
          consequences={consequences}
        />
      ) : null}
      {tracking && tracking.length > 0 ? (
        <TrackingSection projectId={project.id} reports={tracking} rating={rating} now={now} />
      ) : null}
    </>
  );
}
