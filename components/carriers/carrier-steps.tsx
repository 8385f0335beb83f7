import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { LinkButton } from "@/components/ui/button";
import { type Actor, holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import type { CarrierPage } from "@/lib/evaluation/carriers/queries";

/** What can be done with a carrier now. */
export async function CarrierSteps({ actor, carrier }: { actor: Actor; carrier: CarrierPage }) {
  const t = await getTranslations("carriers");
  const officer = holds(actor, ...bureauRoles);
  const { evaluation, gaps, year } = carrier;
  const draft = evaluation === null || evaluation.status === "draft";
  const confirmable =
    evaluation?.status === "draft" &&
    evaluation.madeById !== actor.userId &&
    gaps.length === 0 &&
    (officer || holds(actor, "manager"));
  return (
    <>
      {confirmable ? (
        <ConfirmAction
          command="carriers.confirm-evaluation"
          body={{ evaluationId: evaluation.id, version: evaluation.version }}
          label={t("screen.confirmEvaluation")}
          title={t("screen.confirmEvaluationTitle", { year: String(year) })}
          variant="primary"
        >
          <p>{t("screen.confirmEvaluationText")}</p>
        </ConfirmAction>
      ) : null}
      {officer ? (
        <LinkButton href={`/carriers/${carrier.id}/contribute?year=${year}`}>
          {t("screen.contribute")}
        </LinkButton>
      ) : null}
      {officer && draft ? (
        <LinkButton href={`/carriers/${carrier.id}/evaluate?year=${year}`}>
          {t("screen.evaluate")}
        </LinkButton>
      ) : null}
    </>
  );
}
