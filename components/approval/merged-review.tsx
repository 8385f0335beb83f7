import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { type Fact, Facts, Section } from "@/components/ui/content";
import { DateText, Figure } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import type { Actor } from "@/lib/access/actor";
import { type MergedDto, mergedReview } from "@/lib/approval/queries";
import { query } from "@/lib/kernel/query";

interface MergedReviewProps {
  actor: Actor;
  data: { project: { id: string } };
  words: Words;
}

/** The merged result of the review, as far as this reader may know it. */
export async function MergedReview({ actor, data }: MergedReviewProps) {
  const t = await getTranslations("screens-approval");
  const merged = await query(actor, (tx) => mergedReview(tx, actor, data.project.id));
  if (merged === null) return null;
  return (
    <Section title={t("merged.title")} note={t("merged.round", { round: merged.round })}>
      {merged.flagged ? <Notice tone="warning">{t("merged.flagged")}</Notice> : null}
      <Facts items={facts(merged, t)} />
    </Section>
  );
}

type Text = Awaited<ReturnType<typeof getTranslations<"screens-approval">>>;

function facts(merged: MergedDto, t: Text): Fact[] {
  return [
    { label: t("merged.mean"), value: <Figure value={merged.mean} /> },
    { label: t("merged.verdict"), value: t(`verdict.${merged.verdict}`) },
    { label: t("merged.at"), value: <DateText value={merged.at} /> },
    ...(merged.deviation
      ? [{ label: t("merged.deviation"), value: <Figure value={merged.deviation} /> }]
      : []),
    ...(merged.byName ? [{ label: t("merged.by"), value: merged.byName }] : []),
    ...(merged.text ? [{ label: t("merged.text"), value: merged.text, wide: true }] : []),
  ];
}
