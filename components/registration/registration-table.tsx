import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { RegistrationItem } from "@/lib/application/queries";

const tones = { pending: "waiting", confirmed: "done", rejected: "refused" } as const;

/** A batch's standing as a badge. */
export async function RegistrationStatus({ status }: { status: string }) {
  const t = await getTranslations("application.registrationStatus");
  const tone = Object.entries(tones).find(([name]) => name === status)?.[1] ?? "neutral";
  return <Badge tone={tone}>{t(status)}</Badge>;
}

/** Batches, those that wait first. */
export async function RegistrationTable({ batches }: { batches: readonly RegistrationItem[] }) {
  const t = await getTranslations("screens-application.registrations");
  return (
    <DataTable
      caption={t("title")}
      rows={batches}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      columns={[
        {
          key: "file",
          header: t("file"),
          head: true,
          cell: (row) => <a href={`/registrations/${row.id}`}>{row.fileName ?? t("single")}</a>,
        },
        { key: "rows", header: t("rows"), align: "end", cell: ({ rowCount }) => rowCount },
        {
          key: "status",
          header: t("status"),
          cell: ({ status }) => <RegistrationStatus status={status} />,
        },
        { key: "by", header: t("by"), cell: ({ createdByName }) => createdByName },
        {
          key: "at",
          header: t("at"),
          nowrap: true,
          cell: ({ createdAt }) => <DateText value={createdAt} minute />,
        },
        {
          key: "answered",
          header: t("answeredBy"),
          cell: ({ confirmedByName }) => confirmedByName ?? "—",
        },
        {
          key: "answeredAt",
          header: t("answeredAt"),
          nowrap: true,
          cell: ({ confirmedAt }) => <DateText value={confirmedAt} minute />,
        },
        { key: "note", header: t("note"), cell: ({ note }) => note || "—" },
      ]}
    />
  );
}
