import { type Fact, Facts } from "@/components/ui/content";
import { formatMinute } from "@/components/ui/format";
import type { DraftView } from "@/lib/evaluation/publishing/queries";
import type { RuleWords } from "./rule-words";

/** From when, on what document, and whose hands a draft went through. */
export function DraftFacts({ view, context }: { view: DraftView; context: RuleWords }) {
  const { t, words } = context;
  const { draft, typed } = view;
  const { validFrom, basis, basisEn, note } = typed.content;
  const steps = [
    { label: t("screen.draft"), by: draft.draftedByName, at: draft.draftedAt, key: "stands" },
    {
      label: t("screen.submit"),
      by: draft.submittedByName,
      at: draft.submittedAt,
      key: "submitted",
    },
    {
      label: t(`screen.status.${draft.status}`),
      by: draft.decidedByName,
      at: draft.decidedAt,
      key: "decided",
    },
  ];
  const items: Fact[] = [
    { label: t("fields.validFrom.label"), value: validFrom ?? t("screen.none") },
    {
      label: t("fields.basis.label"),
      value: (words.locale === "en" && basisEn) || basis || t("screen.none"),
    },
    ...steps.flatMap(({ label, by, at, key }) =>
      by && at ? [{ label, value: t(`screen.${key}`, { name: by, at: formatMinute(at) }) }] : [],
    ),
    ...(note ? [{ label: t("fields.note.label"), value: note, wide: true }] : []),
  ];
  return <Facts items={items} />;
}
