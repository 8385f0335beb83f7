import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { formatDecimal, formatWan } from "@/components/ui/format";
import type { Actor } from "@/lib/access/actor";
import { query } from "@/lib/kernel/query";
import type { Locale } from "@/lib/reference/names";
import { listParameters } from "@/lib/reference/queries";

/** Every setting in force with its basis; each can be changed. */
export async function ParameterTable({ actor, locale }: { actor: Actor; locale: Locale }) {
  const [t, common, rows] = await Promise.all([
    getTranslations("overview"),
    getTranslations("common"),
    query(actor, (tx) => listParameters(tx, locale)),
  ]);
  return (
    <DataTable
      caption={t("settings.parameters")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: "name", header: t("settings.name"), head: true, cell: (row) => row.name },
        {
          key: "value",
          header: t("settings.value"),
          align: "end",
          cell: (row) => valueText(row, common, t),
        },
        {
          key: "unit",
          header: t("settings.unit"),
          cell: (row) => unitText(row.unit, t),
        },
        { key: "basis", header: t("settings.basis"), cell: (row) => row.basis },
        { key: "version", header: t("settings.version"), align: "end", cell: (row) => row.version },
        {
          key: "since",
          header: t("settings.since"),
          nowrap: true,
          cell: (row) => <DateText value={row.validFrom} />,
        },
        {
          key: "change",
          header: t("settings.change"),
          cell: (row) => (
            <LinkButton
              size="small"
              href={`/settings/edit/parameter?key=${row.key}`}
              aria-label={`${t("settings.change")} ${row.name}`}
            >
              {t("settings.change")}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

type Text = Awaited<ReturnType<typeof getTranslations<"overview">>>;

/** A flag and a choice as words, a day of the year as one, money in 万元, a figure with its separators. */
export function valueText(
  { value, unit }: { value: string; unit: string | null },
  common: (key: string) => string,
  t: Text,
): string {
  if (value === "true") return common("yes");
  if (value === "false") return common("no");
  if (unit === "month_day") {
    const [month, day] = [Math.floor(Number(value) / 100), Number(value) % 100];
    return t("settings.monthDay", { month, day });
  }
  if (unit === "yuan") return formatWan(value);
  if (unit === "choice" && t.has(`settings.choice.${value}`)) return t(`settings.choice.${value}`);
  return formatDecimal(value);
}

/** Units that the value itself says are left out. */
function unitText(unit: string | null, t: Text): string {
  if (unit === null || unit === "month_day" || unit === "choice" || unit === "flag") return "—";
  if (unit === "yuan") return t("units.wan");
  return t.has(`units.${unit}`) ? t(`units.${unit}`) : unit;
}
