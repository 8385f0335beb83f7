import { getTranslations } from "next-intl/server";
import type { ActionProps } from "@/components/project/action-page";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { type CandidateDto, candidatesFor } from "@/lib/approval/queries";
import { query } from "@/lib/kernel/query";

/** The experts of the register with what stands against each; those that may sit come first. */
export async function CandidateTable({ actor, data, now }: ActionProps) {
  const t = await getTranslations("screens-approval");
  const all = await query(actor, (tx) => candidatesFor(tx, actor, data.project.id, now));
  const free = all.filter(({ problems }) => problems.length === 0);
  const rows = [...free, ...all.filter(({ problems }) => problems.length > 0)];
  return (
    <Section
      title={t("candidates.title")}
      note={t("candidates.note", { free: free.length, all: all.length })}
      bare
    >
      <DataTable
        caption={t("candidates.title")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: t("candidates.name"), head: true, cell: ({ name }) => name },
          { key: "employer", header: t("candidates.employer"), cell: ({ employer }) => employer },
          {
            key: "finance",
            header: t("candidates.finance"),
            cell: ({ finance }) => (finance ? t("yes") : "—"),
          },
          { key: "state", header: t("candidates.state"), cell: (row) => <Standing row={row} /> },
        ]}
      />
    </Section>
  );
}

async function Standing({ row }: { row: CandidateDto }) {
  const t = await getTranslations("screens-approval");
  if (row.problems.length === 0) return <Badge tone="done">{t("candidates.free")}</Badge>;
  return row.problems.map(({ code }) => (
    <Badge key={code} tone="attention">
      {t.has(`conflict.${code}`) ? t(`conflict.${code}`) : code}
    </Badge>
  ));
}
