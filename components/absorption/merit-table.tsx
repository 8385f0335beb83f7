import { getTranslations } from "next-intl/server";
import { stepColumn } from "@/components/project/step-column";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { LinkDto } from "@/lib/absorption/queries";
import styles from "./absorption.module.css";

const tones: Readonly<Record<string, BadgeTone>> = {
  sound: "done",
  partly: "attention",
  unsound: "refused",
};

/** What experts were asked about a link's technical merit, and what they said. */
export async function MeritTable({ projectId, link }: { projectId: string; link: LinkDto }) {
  const t = await getTranslations("screens-absorption");
  if (link.merit.length === 0) return null;
  return (
    <DataTable
      caption={t("merit.title")}
      captionVisible
      rows={link.merit}
      rowKey={(row) => row.id}
      anchored
      columns={[
        { key: "question", header: t("merit.question"), head: true, cell: (row) => row.question },
        {
          key: "verdict",
          header: t("merit.verdict"),
          cell: (row) => (
            <>
              <Badge tone={row.verdict ? (tones[row.verdict] ?? "neutral") : "waiting"}>
                {row.verdict ? t(`meritVerdict.${row.verdict}`) : t("merit.waiting")}
              </Badge>
              {row.text ? <span className={styles.touches}>{row.text}</span> : null}
            </>
          ),
        },
        {
          key: "by",
          header: t("merit.by"),
          cell: (row) => (
            <>
              {row.expertName ?? t("merit.expert")} <DateText value={row.givenAt} />
            </>
          ),
        },
        {
          key: "due",
          header: t("merit.due"),
          nowrap: true,
          cell: (row) => <DateText value={row.dueAt} />,
        },
        ...stepColumn(t("steps"), projectId, link.merit, (row) => ({
          opinionId: row.id,
          version: row.version,
        })),
      ]}
    />
  );
}
