import { getTranslations } from "next-intl/server";
import { ProposalDocument } from "@/components/application/proposal-document";
import { formTexts } from "@/components/form/form-texts";
import { formModel } from "@/components/form/model";
import styles from "@/components/project/action.module.css";
import type { ActionProps } from "@/components/project/action-page";
import { formHref } from "@/components/project/action-words";
import { LinkButton } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/states";
import { submitReviewInput } from "@/lib/approval/schema";
import { myReviewSheet } from "@/lib/approval/sheet-queries";
import { query } from "@/lib/kernel/query";
import { ReviewForm } from "./review-form";

/** The expert's sheet: criteria with their weights and the live total, the proposal beside. */
export async function ReviewPage({ actor, data, words }: ActionProps) {
  const t = await getTranslations("screens-approval");
  const assignmentId = String(data.hidden.assignmentId ?? "");
  const sheet = await query(actor, (tx) => myReviewSheet(tx, actor, assignmentId));
  if (sheet === null) return <EmptyState title={t("sheet.none")} />;
  if (!sheet.conflictsDeclared) {
    return (
      <Notice
        title={t("sheet.declareFirst")}
        actions={
          <LinkButton
            variant="primary"
            href={formHref(sheet.projectId, "approval.declare-interest")}
          >
            {t("sheet.declare")}
          </LinkButton>
        }
      >
        <p>{t("sheet.declareText")}</p>
      </Notice>
    );
  }
  const texts = await formTexts("approval.commands.submit-review");
  const { fields } = formModel(submitReviewInput, { texts });
  const english = words.locale === "en";
  return (
    <div className={styles.columns}>
      <ReviewForm
        projectId={sheet.projectId}
        assignmentId={assignmentId}
        assignmentVersion={sheet.version}
        criteria={sheet.criteria.map(({ code, zh, en, weight, min, max, hint }) => ({
          code,
          label: english ? en : zh,
          note: hint ? (english ? hint.en : hint.zh) : undefined,
          weight,
          min,
          max,
          zh,
          en,
        }))}
        scores={sheet.scores}
        comment={sheet.comment}
        fields={fields.filter(({ name }) => name === "comment" || name === "verdict")}
        texts={{
          criterion: t("sheet.criterion"),
          weight: t("sheet.weight"),
          score: t("sheet.score"),
          bounds: t.raw("sheet.bounds"),
          total: t("sheet.total"),
          save: t("sheet.save"),
          saved: t("sheet.saved"),
          submit: t("sheet.submit"),
          once: t("sheet.once"),
          missing: t("sheet.missing"),
        }}
      />
      <ProposalDocument
        content={sheet.proposal}
        words={words}
        indicatorSetId={data.project.indicatorSetId}
      />
    </div>
  );
}
