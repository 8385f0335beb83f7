import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { formatDate } from "@/components/ui/format";
import { deskRole, type ProjectWarning } from "@/lib/warnings/queries";
import { LevelBadge } from "./level-badge";
import { todoText, whyText } from "./warning-words";
import styles from "./warnings.module.css";

interface WarningsSectionProps {
  warnings: readonly ProjectWarning[];
  words: Words;
  now: Date;
}

/** The open warnings of one project: why, what to do, and who. Nothing where there are none. */
export async function WarningsSection({ warnings, words, now }: WarningsSectionProps) {
  const t = await getTranslations("warnings");
  if (warnings.length === 0) return null;
  return (
    <Section title={t("section.title")} id="warnings" note={t("section.note")} bare>
      <DataTable
        caption={t("section.title")}
        anchored
        rows={warnings}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "level",
            header: t("column.level"),
            nowrap: true,
            cell: (row) => <LevelBadge level={row.level}>{t(`level.${row.level}`)}</LevelBadge>,
          },
          {
            key: "why",
            header: t("column.why"),
            head: true,
            cell: (row) => (
              <>
                {row.subjectType === "ledger_link" ? (
                  <a href={`#link-${row.subjectId}`}>{whyText(row, t, now)}</a>
                ) : (
                  whyText(row, t, now)
                )}
                <span className={styles.sub}>
                  {t(`rule.${row.rule}`)} · {t("section.since", { at: formatDate(row.since) })}
                  {row.redOn ? ` · ${t("section.redOn", { at: formatDate(row.redOn) })}` : null}
                </span>
              </>
            ),
          },
          { key: "todo", header: t("column.todo"), cell: (row) => todoText(row, t) },
          {
            key: "who",
            header: t("column.who"),
            nowrap: true,
            cell: (row) => words.role(deskRole(row)),
          },
        ]}
      />
    </Section>
  );
}
