import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/approval/public-frame";
import { CommandForm } from "@/components/form/command-form";
import { EmptyState, Notice } from "@/components/ui/states";
import { publicActor } from "@/lib/access/actor";
import { openInvitation } from "@/lib/evaluation/survey/load";
import { answerComparisonInput, answerInput } from "@/lib/evaluation/survey/schema";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

interface PageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveys"))("page.title"), referrer: "no-referrer" };
}

/** Where a survey's single-use link leads: its questions, in Chinese or English, without an account. */
export default async function SurveyPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const [t, locale, search] = await Promise.all([
    getTranslations("surveys"),
    getLocale(),
    searchParams,
  ]);
  const path = `/survey/${encodeURIComponent(token)}`;
  if (search.done === "1") {
    return (
      <PublicFrame title={t("page.title")} path={path}>
        <Notice title={t("page.thanks")}>
          <p>{t("page.thanksText")}</p>
        </Notice>
      </PublicFrame>
    );
  }
  const found = await query(publicActor, (tx) => openInvitation(tx, token, clockNow()));
  if (found === null) {
    return (
      <PublicFrame title={t("page.title")} path={path}>
        <EmptyState title={t("page.gone")}>{t("page.goneText")}</EmptyState>
      </PublicFrame>
    );
  }
  const title = (locale === "en" && found.project.titleEn) || found.project.title;
  const comparison = found.kind === "comparison";
  return (
    <PublicFrame
      title={t(comparison ? "page.comparison" : "page.title")}
      what={t(comparison ? "page.whatComparison" : "page.what", {
        title,
        unit: found.project.unitName,
      })}
      path={path}
    >
      {comparison ? (
        <CommandForm
          command="surveys.answer-comparison"
          schema={answerComparisonInput}
          ns="surveys.commands.answer-comparison"
          hidden={{ token }}
          next={`${path}?done=1`}
          cancelHref="/sign-in"
        />
      ) : (
        <CommandForm
          command="surveys.answer"
          schema={answerInput}
          ns="surveys.commands.answer"
          hidden={{ token }}
          next={`${path}?done=1`}
          cancelHref="/sign-in"
        />
      )}
    </PublicFrame>
  );
}
