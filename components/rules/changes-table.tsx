import { DataTable } from "@/components/ui/data-table";
import type { RuleDifference } from "@/lib/evaluation/publishing/differences";
import { fieldLabel, type RuleWords, rowLabel, valueLabel } from "./rule-words";

/** What differs between two versions, value by value. */
export function ChangesTable({
  changes,
  caption,
  context,
}: {
  changes: readonly RuleDifference[];
  caption: string;
  context: RuleWords;
}) {
  const { t } = context;
  return (
    <DataTable
      caption={caption}
      rows={changes}
      rowKey={({ row, field }) => `${row}.${field}`}
      empty={<p>{t("screen.diffNone")}</p>}
      columns={[
        {
          key: "what",
          header: t("screen.field"),
          head: true,
          cell: ({ row, field }) =>
            [fieldLabel(context, field), rowLabel(context, field, row)].filter(Boolean).join(" · "),
        },
        {
          key: "was",
          header: t("screen.was"),
          cell: ({ field, was }) => valueLabel(context, field, was),
        },
        {
          key: "is",
          header: t("screen.is"),
          cell: ({ field, is }) => valueLabel(context, field, is),
        },
      ]}
    />
  );
}
