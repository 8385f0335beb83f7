import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Stat, Stats } from "@/components/ui/figures";
import { formatDecimal } from "@/components/ui/format";
import type { ComparedRow, ComparedSide, Comparison } from "@/lib/evaluation/desk/compare";
import styles from "../evaluation.module.css";

const letters = ["a", "b"] as const;

function sideName(side: ComparedSide, words: Words): string {
  if (side.project === null) return side.key;
  return words.locale === "en" ? (side.project.titleEn ?? side.project.title) : side.project.title;
}

function value(row: ComparedRow, text: string | null, words: Words): string {
  if (text === null) return "—";
  if (row.kind === "qualitative") return words.names("achievement", text);
  return formatDecimal(text);
}

/** Two sides beside each other: of projects target and result too, of years the summed points. */
export async function ComparisonTable({
  comparison,
  words,
}: {
  comparison: Comparison;
  words: Words;
}) {
  const t = await getTranslations("evaluation-desk");
  const { sides, rows } = comparison;
  const single = sides.every(({ project }) => project !== null);
  const columnsOf = (at: number): Column<ComparedRow>[] => {
    const letter = t(`comparison.${letters[at] ?? "a"}`);
    const column = (key: string, cell: (row: ComparedRow) => string): Column<ComparedRow> => ({
      key: `${at}.${key}`,
      header: `${letter} · ${t(`comparison.${key}`)}`,
      align: "end",
      cell,
    });
    const values = single
      ? [
          column("target", (row) => value(row, row.cells[at]?.target ?? null, words)),
          column("actual", (row) => value(row, row.cells[at]?.actual ?? null, words)),
        ]
      : [];
    return [
      ...values,
      column("score", (row) => {
        const cell = row.cells[at];
        return cell ? `${cell.score} / ${cell.weight}` : "—";
      }),
      column("rate", (row) => (row.cells[at] ? `${row.cells[at]?.rate}%` : "—")),
    ];
  };
  return (
    <>
      <Stats>
        {sides.map((side, at) => (
          <Stat
            key={side.key}
            label={`${t(`comparison.${letters[at] ?? "a"}`)} · ${sideName(side, words)}`}
            value={single ? (side.total ?? "—") : `${side.total ?? "—"}%`}
            note={
              side.grade
                ? words.names("grade", side.grade)
                : t("comparison.of", { count: side.evaluations })
            }
            href={side.project ? `/projects/${side.project.id}/report` : undefined}
          />
        ))}
      </Stats>
      <DataTable
        caption={t("comparison.title")}
        phone="scroll"
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          {
            key: "indicator",
            header: t("comparison.indicator"),
            head: true,
            cell: (row) => (
              <>
                {row.code} {words.locale === "en" ? row.en : row.zh}
                <span className={styles.below}>{words.names("indicator_level", row.level1)}</span>
              </>
            ),
          },
          ...columnsOf(0),
          ...columnsOf(1),
          {
            key: "difference",
            header: t("comparison.difference"),
            align: "end",
            cell: (row) => signed(row.difference),
          },
        ]}
      />
    </>
  );
}

/** With its sign, as differences are read. */
function signed(difference: string | null): string {
  if (difference === null) return "—";
  return difference.startsWith("-") || Number(difference) === 0
    ? difference.replace("-", "−")
    : `+${difference}`;
}
