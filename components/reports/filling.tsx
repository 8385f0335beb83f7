import { getTranslations } from "next-intl/server";
import { titleOf, type Words } from "@/components/project/words";
import { Notice } from "@/components/ui/states";
import type { YearlyFormView, YearlyItem } from "@/lib/reports/queries";
import { ChangesList } from "./changes-list";
import { YearlyDraft } from "./yearly-draft";
import { fieldOf, questionLabels, valuesOf } from "./yearly-fields";

interface FillingProps {
  form: YearlyFormView;
  words: Words;
  address: string;
}

/** The unit fills in: a part for each project that owes a report, with what changed above it. */
export async function Filling({ form, words, address }: FillingProps) {
  const t = await getTranslations("screens-reports");
  const owed = form.items.filter((item) => item.owed);
  const parts = await Promise.all(
    owed.map(async (item) => ({
      id: `report-${item.reportId}`,
      title: nameOf(item, words, t(`kind.${item.kind}`, { period: String(item.period) })),
      intro: (
        <>
          {item.returnedReason ? (
            <Notice tone="warning">{t("returnedReason", { reason: item.returnedReason })}</Notice>
          ) : null}
          <ChangesList item={item} words={words} />
        </>
      ),
      fields: [await fieldOf(item)],
    })),
  );
  return (
    <YearlyDraft
      yearlyFormId={form.id}
      version={form.version}
      fields={parts.flatMap(({ fields }) => fields)}
      parts={parts}
      values={Object.fromEntries(owed.map((item) => [item.reportId, valuesOf(item)]))}
      missing={form.missing}
      names={Object.fromEntries(owed.map((item) => [item.reportId, titleOf(item.project, words)]))}
      questions={await questionLabels()}
      texts={{
        missing: t("missing"),
        ready: t("allReady"),
        toReview: t("toReview"),
        adminOnly: t("adminOnly"),
        sameAsLast: t("sameAsLast"),
      }}
      reviewHref={form.maySubmit ? address : null}
    />
  );
}

const nameOf = ({ project }: YearlyItem, words: Words, kind: string): string =>
  [project.number, titleOf(project, words), kind].filter(Boolean).join(" · ");
