import { ConfirmAction } from "@/components/form/confirm-action";
import { LinkButton } from "@/components/ui/button";
import type { DraftView } from "@/lib/evaluation/publishing/queries";
import type { RuleTexts } from "./rule-words";

/** What the reader can do with a draft now. */
export function DraftSteps({ view, t }: { view: DraftView; t: RuleTexts }) {
  const { draft, actions, typed } = view;
  const body = { draftId: draft.id, version: draft.version };
  const list = `/rules/${draft.family}/${draft.code}`;
  const next = draft.baseVersion + 1;
  return (
    <>
      {actions.includes("rules.publish-draft") ? (
        <ConfirmAction
          command="rules.publish-draft"
          body={body}
          label={t("screen.publish")}
          title={t("screen.publishTitle", { version: next })}
          next={list}
          variant="primary"
        >
          <p>{t("screen.publishText", { day: typed.content.validFrom ?? "" })}</p>
        </ConfirmAction>
      ) : null}
      {actions.includes("rules.submit-draft") ? (
        <ConfirmAction
          command="rules.submit-draft"
          body={body}
          label={t("screen.submit")}
          title={t("screen.submitTitle")}
          variant="primary"
        >
          <p>{t("screen.submitText")}</p>
        </ConfirmAction>
      ) : null}
      {actions.includes("rules.save") ? (
        <LinkButton href={`/rules/drafts/${draft.id}/edit`}>{t("screen.edit")}</LinkButton>
      ) : null}
      {actions.includes("rules.return-draft") ? (
        <LinkButton href={`/rules/drafts/${draft.id}/return`}>{t("screen.return")}</LinkButton>
      ) : null}
      {actions.includes("rules.discard-draft") ? (
        <ConfirmAction
          command="rules.discard-draft"
          body={body}
          label={t("screen.discard")}
          title={t("screen.discardTitle")}
          next={list}
          variant="refuse"
        >
          <p>{t("screen.discardText")}</p>
        </ConfirmAction>
      ) : null}
    </>
  );
}
