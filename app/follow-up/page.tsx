import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparisonPart } from "@/components/evaluation/comparison-part";
import { ConversionPart } from "@/components/evaluation/conversion-part";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { RefusedPage } from "@/components/ui/system-states";
import { holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { comparisonGroups } from "@/lib/evaluation/follow-up/comparison";
import {
  conversionTable,
  outcomeTotals,
  ratingCounts,
} from "@/lib/evaluation/follow-up/conversion";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("follow-up"))("title") };
}

/** What became of the projects: conversion to upper levels, outcomes, ratings, the comparison group. */
export default async function FollowUpPage() {
  const actor = await requireActor();
  if (!holds(actor, "district_officer", "bureau_officer", "division_head", "manager", "auditor")) {
    return (
      <AppShell actor={actor}>
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      </AppShell>
    );
  }
  const [t, words] = await Promise.all([getTranslations("follow-up"), loadWords(actor)]);
  const told = await query(actor, async (tx) => ({
    conversion: await conversionTable(tx, actor),
    totals: await outcomeTotals(tx, actor),
    ratings: await ratingCounts(tx, actor),
    comparison: await comparisonGroups(tx, actor),
  }));
  return (
    <AppShell actor={actor}>
      <Page title={t("title")} what={t("what")}>
        <ConversionPart {...told} words={words} />
        <ComparisonPart comparison={told.comparison} />
      </Page>
    </AppShell>
  );
}
