import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { LinkButton } from "@/components/ui/button";
import type { YearlyFormView, YearlyItem } from "@/lib/reports/queries";
import styles from "./reports.module.css";

/** Reports of a form on which this reader can take a step now, as their kinds call it. */
export const reportsFor = (items: readonly YearlyItem[], verb: "confirm" | "close" | "return") =>
  items
    .filter(({ actions }) =>
      actions.some(
        (name) =>
          name === `absorption.${verb}-report` || name === `evaluation.${verb}-tracking-report`,
      ),
    )
    .map(({ reportId, version }) => ({ reportId, version }));

/** What can be done with the whole form at once: confirm, close, return. */
export async function WholeSteps({ form, address }: { form: YearlyFormView; address: string }) {
  const t = await getTranslations("screens-reports");
  const confirm = reportsFor(form.items, "confirm");
  const close = reportsFor(form.items, "close");
  const back = reportsFor(form.items, "return").length;
  if (confirm.length + close.length + back === 0) return null;
  return (
    <span className={styles.steps} data-screen-only>
      {confirm.length > 0 ? (
        <ConfirmAction
          command="reports.confirm-yearly-form"
          body={{ yearlyFormId: form.id, reports: confirm }}
          label={t("confirmAll", { count: confirm.length })}
          title={t("confirmAll", { count: confirm.length })}
          variant="primary"
        >
          <p>{t("confirmText", { count: confirm.length })}</p>
        </ConfirmAction>
      ) : null}
      {close.length > 0 ? (
        <ConfirmAction
          command="reports.close-yearly-form"
          body={{ yearlyFormId: form.id, reports: close }}
          label={t("closeAll", { count: close.length })}
          title={t("closeAll", { count: close.length })}
          variant="primary"
        >
          <p>{t("closeText", { count: close.length })}</p>
        </ConfirmAction>
      ) : null}
      {back > 0 ? (
        <LinkButton variant="refuse" href={address}>
          {t("returnAll", { count: back })}
        </LinkButton>
      ) : null}
    </span>
  );
}
