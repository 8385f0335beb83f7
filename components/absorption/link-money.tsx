import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/figures";
import type { MoneyView } from "@/lib/absorption/money-queries";

/** Of each link: planned by the contract, spent by the ledger, confirmed by the district, paid as incentive. */
export async function LinkMoney({ money, words }: { money: MoneyView; words: Words }) {
  const t = await getTranslations("screens-absorption");
  const columns = ["planned", "cost", "confirmed", "incentive"] as const;
  return (
    <DataTable
      caption={t("linkMoney.title")}
      captionVisible
      rows={money.ledger}
      rowKey={(row) => row.link}
      columns={[
        {
          key: "link",
          header: t("incentive.link"),
          head: true,
          cell: (row) => words.names("ledger_link", row.link),
        },
        ...columns.map((key) => ({
          key,
          header: t(`linkMoney.${key}`),
          align: "end" as const,
          cell: (row: MoneyView["ledger"][number]) => <Money yuan={row[key]} />,
        })),
      ]}
    />
  );
}
