import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CalendarTable } from "@/components/settings/calendar-table";
import { CodesTable } from "@/components/settings/codes-table";
import { ParameterTable } from "@/components/settings/parameter-table";
import { SettingsPage } from "@/components/settings/settings-page";
import { Tabs } from "@/components/ui/list-tools";
import { holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("settings.title") };
}

const tabs = ["parameters", "calendar", "codes"] as const;

const asked = z.object({
  tab: z.enum(tabs).catch("parameters"),
  list: z
    .string()
    .regex(/^\w{1,40}$/)
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
});

/** Parameters, the bureau's own calendar days, and the code lists. */
export default async function Settings({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { tab, list, year } = asked.parse(await searchParams);
  const [t, given] = await Promise.all([getTranslations("overview"), getLocale()]);
  const locale = given === "en" ? "en" : "zh-CN";
  return (
    <SettingsPage actor={actor} title={t("settings.title")} what={t("settings.what")}>
      <Tabs
        label={t("settings.tabs")}
        items={tabs.map((key) => ({
          href: `/settings?tab=${key}`,
          label: t(`settings.${key}`),
          current: key === tab,
        }))}
      />
      {holds(actor, "sysadmin") ? (
        <>
          {tab === "parameters" ? <ParameterTable actor={actor} locale={locale} /> : null}
          {tab === "calendar" ? (
            <CalendarTable actor={actor} year={year ?? clockNow().getUTCFullYear()} />
          ) : null}
          {tab === "codes" ? <CodesTable actor={actor} list={list} /> : null}
        </>
      ) : null}
    </SettingsPage>
  );
}
