import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { LinkButton } from "@/components/ui/button";
import { type Actor, holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import type { BudgetForm } from "@/lib/evaluation/rollup/queries";
import type { BudgetAddress } from "./address";

interface FormStepsProps {
  actor: Actor;
  form: BudgetForm;
  at: BudgetAddress;
}

/** What can be done with a form now: fill it in, have it confirmed by another, take it back. */
export async function FormSteps({ actor, form, at }: FormStepsProps) {
  const t = await getTranslations("rollup");
  if (!holds(actor, ...bureauRoles)) return null;
  const base = `/budget/${at.id}/${at.year}`;
  if (form.form?.status === "final") {
    return (
      <LinkButton variant="quiet" href={`${base}/reopen?form=${at.form}`}>
        {t("screen.reopen")}
      </LinkButton>
    );
  }
  const name = t(`kind.${at.form}`);
  const confirmable = form.form && form.form.madeById !== actor.userId && form.gaps.length === 0;
  return (
    <>
      {form.form && confirmable ? (
        <ConfirmAction
          command="rollup.confirm-form"
          body={{ formId: form.form.id, version: form.form.version }}
          label={t("screen.confirm")}
          title={t("screen.confirmTitle", { form: name })}
          variant="primary"
        >
          <p>{t("screen.confirmText")}</p>
        </ConfirmAction>
      ) : null}
      <LinkButton
        variant={confirmable ? "secondary" : "primary"}
        href={`${base}/edit?form=${at.form}`}
      >
        {t("screen.edit")}
      </LinkButton>
      <LinkButton variant="quiet" href={`/budget/${at.id}/year?year=${at.year}`}>
        {t("screen.editYear")}
      </LinkButton>
    </>
  );
}
