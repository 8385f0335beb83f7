import { DataTable } from "@/components/ui/data-table";
import { linesOf } from "@/lib/evaluation/publishing/check-indicators";
import { differences } from "@/lib/evaluation/publishing/differences";
import type { IndicatorsContent, TypedRule } from "@/lib/evaluation/publishing/schema";
import { fieldLabel, type RuleWords, rowLabel, valueLabel } from "./rule-words";

/** One version in full. */
export function RuleContent({
  typed,
  caption,
  context,
}: {
  typed: TypedRule;
  caption: string;
  context: RuleWords;
}) {
  if (typed.family === "indicators") {
    return <IndicatorTable content={typed.content} caption={caption} context={context} />;
  }
  const { t } = context;
  return (
    <DataTable
      caption={caption}
      rows={valuesOf(typed)}
      rowKey={({ row, field }) => `${row}.${field}`}
      columns={[
        {
          key: "field",
          header: t("screen.field"),
          head: true,
          width: "22rem",
          cell: ({ row, field }) =>
            [fieldLabel(context, field), rowLabel(context, field, row)].filter(Boolean).join(" · "),
        },
        {
          key: "value",
          header: t("screen.value"),
          cell: ({ field, is }) => valueLabel(context, field, is),
        },
      ]}
    />
  );
}

/** Every value of a version: what differs from one without any. */
function valuesOf(typed: TypedRule) {
  const empty = { levels: {}, grades: [], bands: [], deductions: [] };
  return differences(
    typed.family === "scoring"
      ? { family: "scoring", content: empty }
      : { family: "incentive", content: {} },
    typed,
  );
}

function IndicatorTable({
  content,
  caption,
  context,
}: {
  content: IndicatorsContent;
  caption: string;
  context: RuleWords;
}) {
  const { words } = context;
  const label = (field: string) => fieldLabel(context, field);
  const value = (field: string, text: string | undefined) =>
    valueLabel(context, field, text ?? null);
  return (
    <DataTable
      caption={caption}
      rows={linesOf(content)}
      rowKey={({ level1, code }) => `${level1}.${code}`}
      columns={[
        { key: "level1", header: label("level1"), cell: (row) => value("level1", row.level1) },
        { key: "level2", header: label("level2"), cell: (row) => value("level2", row.level2) },
        { key: "code", header: label("code"), nowrap: true, cell: (row) => row.code },
        {
          key: "name",
          header: label("zh"),
          head: true,
          cell: (row) => (words.locale === "en" ? row.en : row.zh),
        },
        { key: "kind", header: label("kind"), cell: (row) => value("kind", row.kind) },
        {
          key: "target",
          header: label("defaultTarget"),
          align: "end",
          cell: (row) => value("defaultTarget", row.defaultTarget),
        },
        { key: "unit", header: label("unit"), cell: (row) => value("unit", row.unit) },
        { key: "weight", header: label("weight"), align: "end", cell: (row) => row.weight },
      ]}
    />
  );
}
