import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { budgetItems } from "@/lib/evaluation/rollup/queries";
import { executionRate, moneyTotal } from "@/lib/evaluation/rollup/rules";
import { formKinds } from "@/lib/evaluation/rollup/schema";
import styles from "./budget.module.css";

type Item = Awaited<ReturnType<typeof budgetItems>>[number];

const tones: Readonly<Record<string, BadgeTone>> = {
  none: "neutral",
  draft: "waiting",
  final: "done",
};

/** Each budget item with its years and how far each of the four forms has come. */
export async function BudgetList({
  items,
  words,
  officer,
}: {
  items: readonly Item[];
  words: Words;
  officer: boolean;
}) {
  const t = await getTranslations("rollup");
  if (items.length === 0) {
    return <EmptyState title={t("screen.empty")}>{t("screen.emptyHint")}</EmptyState>;
  }
  return items.map((item) => (
    <Section
      key={item.id}
      title={`${item.code} ${words.locale === "en" ? item.en : item.zh}`}
      note={[
        item.fund,
        item.calls.length > 0
          ? t("screen.calls", { codes: item.calls.map(({ code }) => code).join(", ") })
          : t("screen.noCalls"),
        t("screen.projects", { count: item.projects }),
      ].join(" · ")}
      actions={
        officer ? (
          <span className={styles.actions}>
            <LinkButton size="small" variant="quiet" href={`/budget/${item.id}/members`}>
              {t("screen.members")}
            </LinkButton>
            <LinkButton size="small" variant="quiet" href={`/budget/${item.id}/year`}>
              {t("screen.newYear")}
            </LinkButton>
          </span>
        ) : null
      }
      bare
    >
      <Years item={item} />
    </Section>
  ));
}

async function Years({ item }: { item: Item }) {
  const t = await getTranslations("rollup");
  return (
    <DataTable
      caption={item.code}
      rows={item.years}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("screen.emptyYears")}>{t("screen.emptyYearsHint")}</EmptyState>}
      columns={[
        {
          key: "year",
          header: t("screen.year"),
          head: true,
          cell: (row) => <a href={`/budget/${item.id}/${row.year}`}>{row.year}</a>,
        },
        ...(["adjusted", "executed"] as const).map((key) => ({
          key,
          header: t(`paper.${key}`),
          align: "end" as const,
          cell: (row: Item["years"][number]) => <Money yuan={moneyTotal(row[key])} />,
        })),
        {
          key: "rate",
          header: t("paper.rate"),
          align: "end",
          cell: (row) => {
            const rate = executionRate(moneyTotal(row.adjusted), moneyTotal(row.executed));
            return rate === null ? "—" : `${rate}%`;
          },
        },
        ...formKinds.map((kind) => ({
          key: kind,
          header: t(`kind.${kind}`),
          cell: (row: Item["years"][number]) => {
            const status = row.forms[kind] ?? "none";
            return (
              <a href={`/budget/${item.id}/${row.year}?form=${kind}`}>
                <Badge tone={tones[status] ?? "neutral"}>{t(`status.${status}`)}</Badge>
              </a>
            );
          },
        })),
      ]}
    />
  );
}
