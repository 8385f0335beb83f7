import { getTranslations } from "next-intl/server";
import type { ActionProps } from "@/components/project/action-page";
import { filingBasis } from "@/lib/evaluation/filing-queries";
import { acceptanceOfProject } from "@/lib/evaluation/queries";
import { query } from "@/lib/kernel/query";
import { FilingChecks } from "./filing-checks";
import { routeText } from "./route-text";

/** The checklist beside the form of the acceptance file. */
export async function FilingAside({ actor, data, words, now }: ActionProps) {
  const { id } = data.project;
  const [t, wan, { basis, acceptance }] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common.unit"),
    query(actor, async (tx) => ({
      basis: await filingBasis(tx, actor, id, now),
      acceptance: await acceptanceOfProject(tx, actor, id, now),
    })),
  ]);
  if (basis === null || acceptance === null) return null;
  const english = words.locale === "en";
  return (
    <FilingChecks
      rule={basis.rule}
      lines={basis.lines.map(({ zh, en, ...line }) => ({ ...line, name: english ? en : zh }))}
      documents={basis.documents.map(({ kind, there }) => ({
        kind,
        there,
        name: words.names("document", kind),
      }))}
      auditAsked={acceptance.specialAudit}
      texts={{
        title: t("checks.title"),
        route: routeText(acceptance, t, { unit: wan("wan"), locale: words.locale }),
        selfTotal: t("checks.selfTotal"),
        parts: {
          summary: t("checks.summary"),
          account: t("checks.account"),
          audit: t("checks.audit"),
          lines: t("checks.lines"),
        },
        done: t("checks.done"),
        missing: t("checks.missing"),
        count: t.raw("checks.count"),
        lacks: {
          value: t("checks.lacksValue"),
          reason: t("checks.lacksReason"),
          improvement: t("checks.lacksImprovement"),
        },
        unproven: t.raw("checks.unproven"),
        unprovenHint: t("checks.unprovenHint"),
        separator: t("listSeparator"),
      }}
    />
  );
}
