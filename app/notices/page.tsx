import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/approval/public-frame";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Money } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import { publicActor } from "@/lib/access/actor";
import { noticeList } from "@/lib/approval/public-queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-approval.public"))("title") };
}

/** The projects whose public notice runs now; nobody signs in to read them. */
export default async function NoticesPage() {
  const [t, locale] = await Promise.all([getTranslations("screens-approval.public"), getLocale()]);
  const notices = await query(publicActor, (tx) => noticeList(tx, clockNow()));
  return (
    <PublicFrame title={t("title")} what={t("intro")} path="/notices">
      <DataTable
        caption={t("title")}
        rows={notices}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
        columns={[
          { key: "project", header: t("project"), head: true, cell: ({ title }) => title },
          { key: "number", header: t("number"), cell: ({ number }) => number },
          { key: "unit", header: t("unit"), cell: ({ unitName }) => unitName },
          {
            key: "district",
            header: t("district"),
            cell: (row) => (locale === "en" ? row.districtEn : row.districtZh),
          },
          {
            key: "amount",
            header: t("amount"),
            align: "end",
            cell: ({ amount }) => <Money yuan={amount} />,
          },
          {
            key: "until",
            header: t("until"),
            nowrap: true,
            cell: ({ endsAt }) => <DateText value={endsAt} minute />,
          },
          {
            key: "object",
            header: t("object"),
            nowrap: true,
            cell: ({ id }) => <a href={`/notices/${id}`}>{t("object")}</a>,
          },
        ]}
      />
    </PublicFrame>
  );
}
