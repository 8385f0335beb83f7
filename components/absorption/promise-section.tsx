import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Tag } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { formatDate } from "@/components/ui/format";
import type { PromiseView } from "@/lib/absorption/change-queries";

/** The line of the promise: each target in every baseline version, and what made each version. */
export async function PromiseSection({ promise, words }: { promise: PromiseView; words: Words }) {
  const t = await getTranslations("screens-absorption");
  if (promise.versions.length === 0) return null;
  const english = words.locale === "en";
  return (
    <Section title={t("promise.title")} note={t("promise.note")} bare>
      <DataTable
        caption={t("promise.title")}
        phone="scroll"
        rows={promise.targets}
        rowKey={(row) => row.indicatorCode}
        columns={[
          {
            key: "code",
            header: t("promise.code"),
            nowrap: true,
            cell: (row) => row.indicatorCode,
          },
          {
            key: "name",
            header: t("promise.indicator"),
            head: true,
            cell: (row) => (
              <>
                {english ? row.en : row.zh} {row.core ? <Tag>{t("promise.core")}</Tag> : null}
              </>
            ),
          },
          {
            key: "unit",
            header: t("promise.unit"),
            cell: (row) => words.names("measure_unit", row.unit),
          },
          ...promise.versions.map(({ version, cause, frozenAt }, index) => ({
            key: `v${version}`,
            header: t("promise.version", {
              version,
              cause: t(`baselineCause.${cause}`),
              at: formatDate(frozenAt),
            }),
            align: "end" as const,
            nowrap: true,
            cell: (row: PromiseView["targets"][number]) => (
              <TargetCell
                value={row.values[index]?.value ?? null}
                before={index === 0 ? null : (row.values[index - 1]?.value ?? null)}
                words={words}
              />
            ),
          })),
          ...(promise.evaluated
            ? [
                {
                  key: "actual",
                  header: t("promise.actual"),
                  align: "end" as const,
                  nowrap: true,
                  cell: (row: PromiseView["targets"][number]) =>
                    row.actual === null ? "—" : words.names("achievement", row.actual),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** A target's value; one that differs from the version before stands out by weight and a mark. */
function TargetCell({
  value,
  before,
  words,
}: {
  value: string | null;
  before: string | null;
  words: Words;
}) {
  if (value === null) return "—";
  const text = words.names("achievement", value);
  return before !== null && before !== value ? <strong>→ {text}</strong> : text;
}
