import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { formatDecimal } from "@/components/ui/format";
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
          cell: (row) => valueText(row.value, common),
        },
        {
          key: "unit",
          header: t("settings.unit"),
          cell: (row) => (row.unit ? unitText(row.unit, t) : "—"),
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

/** A flag as a word, a figure with its separators, a choice as it is. */
function valueText(value: string, common: (key: string) => string): string {
  if (value === "true") return common("yes");
  if (value === "false") return common("no");
  return formatDecimal(value);
}

type Text = Awaited<ReturnType<typeof getTranslations<"overview">>>;

const unitText = (unit: string, t: Text): string =>
  t.has(`units.${unit}`) ? t(`units.${unit}`) : unit;
