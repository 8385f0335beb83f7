import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/states";
import type { Actor } from "@/lib/access/actor";
import { query } from "@/lib/kernel/query";
import { calendarDays } from "@/lib/reference/queries";

/** The bureau's own days of a year; all others follow the national arrangement. */
export async function CalendarTable({ actor, year }: { actor: Actor; year: number }) {
  const [t, rows] = await Promise.all([
    getTranslations("overview"),
    query(actor, (tx) => calendarDays(tx, year)),
  ]);
  const label = String(year);
  return (
    <Section
      title={t("settings.year", { year: label })}
      note={
        <>
          <a href={`/settings?tab=calendar&year=${year - 1}`}>{year - 1}</a>{" "}
          <a href={`/settings?tab=calendar&year=${year + 1}`}>{year + 1}</a>
        </>
      }
      actions={
        <LinkButton size="small" href="/settings/edit/day">
          {t("settings.addDay")}
        </LinkButton>
      }
      bare
    >
      <DataTable
        caption={t("settings.calendar")}
        rows={rows}
        rowKey={(row) => row.day.toISOString()}
        empty={
          <EmptyState title={t("settings.noDays", { year: label })}>
            {t("settings.noDaysHint")}
          </EmptyState>
        }
        columns={[
          {
            key: "day",
            header: t("settings.day"),
            head: true,
            cell: (row) => row.day.toISOString().slice(0, 10),
          },
          {
            key: "kind",
            header: t("settings.kind"),
            cell: (row) => (row.working ? t("settings.working") : t("settings.free")),
          },
          { key: "note", header: t("settings.note"), cell: (row) => row.note },
        ]}
      />
    </Section>
  );
}
