import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Figure, Money } from "@/components/ui/figures";
import type { comparisonGroups, Group } from "@/lib/evaluation/follow-up/comparison";

type Comparison = Awaited<ReturnType<typeof comparisonGroups>>;

/** Followed projects beside applications that were not approved, as far as these answered. */
export async function ComparisonPart({ comparison }: { comparison: Comparison }) {
  const t = await getTranslations("follow-up");
  const { asked, notApproved, followed, wentAhead } = comparison;
  const rows: { key: "followed" | "notApproved"; group: Group }[] = [
    { key: "followed", group: followed },
    { key: "notApproved", group: notApproved },
  ];
  return (
    <Section
      title={t("comparison.title")}
      note={t("comparison.note", { asked, answered: notApproved.count })}
      bare
    >
      <DataTable
        caption={t("comparison.title")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "group",
            header: t("comparison.group"),
            head: true,
            cell: ({ key }) => t(`comparison.${key}`),
          },
          {
            key: "count",
            header: t("comparison.count"),
            align: "end",
            cell: ({ group }) => <Figure value={group.count} />,
          },
          {
            key: "sales",
            header: t("comparison.sales"),
            align: "end",
            cell: ({ group }) => <Money yuan={group.sales} />,
          },
          {
            key: "salesFrom",
            header: t("comparison.salesFrom"),
            align: "end",
            cell: ({ group }) => <Figure value={group.salesFrom} />,
          },
          {
            key: "jobs",
            header: t("comparison.jobs"),
            align: "end",
            cell: ({ group }) => <Figure value={group.jobs} />,
          },
          {
            key: "patents",
            header: t("comparison.patents"),
            align: "end",
            cell: ({ group }) => <Figure value={group.patents} />,
          },
        ]}
      />
      {notApproved.count > 0 ? (
        <p>
          {t("comparison.wentAhead", {
            planned: wentAhead.as_planned ?? 0,
            smaller: wentAhead.smaller ?? 0,
            not: wentAhead.not ?? 0,
          })}
        </p>
      ) : null}
    </Section>
  );
}
