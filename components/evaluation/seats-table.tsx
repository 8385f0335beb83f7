import { getTranslations } from "next-intl/server";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { AcceptanceView } from "./acceptance-section";

const tones: Readonly<Record<string, BadgeTone>> = {
  invited: "waiting",
  accepted: "waiting",
  submitted: "done",
};

/** The named panel: who sits on it, and how each voted where the reader may know. */
export async function SeatsTable({ seats }: { seats: AcceptanceView["seats"] }) {
  const t = await getTranslations("screens-evaluation");
  if (seats.length === 0) return null;
  const rounds = new Set(seats.map(({ round }) => round)).size > 1;
  return (
    <DataTable
      caption={t("panel.title")}
      captionVisible
      rows={seats}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "expert",
          header: t("panel.expert"),
          head: true,
          cell: (row) =>
            rounds
              ? `${row.expertName} · ${t("panel.round", { round: row.round })}`
              : row.expertName,
        },
        {
          key: "standing",
          header: t("standing"),
          nowrap: true,
          cell: (row) => (
            <Badge tone={tones[row.status] ?? "neutral"}>{t(`seatStatus.${row.status}`)}</Badge>
          ),
        },
        {
          key: "verdict",
          header: t("panel.verdict"),
          nowrap: true,
          cell: (row) => (row.verdict ? t(`verdict.${row.verdict}`) : "—"),
        },
        { key: "opinion", header: t("panel.opinion"), cell: (row) => row.comment ?? "—" },
        { key: "signed", header: t("panel.signed"), cell: (row) => row.signedName ?? "—" },
        {
          key: "at",
          header: t("panel.at"),
          nowrap: true,
          cell: (row) => <DateText value={row.submittedAt} />,
        },
      ]}
    />
  );
}
