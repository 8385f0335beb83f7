import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { formatDate } from "@/components/ui/format";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { listExcel } from "@/lib/documents/sheet/list";
import type { DeskRow } from "@/lib/evaluation/desk/queries";

/** The evaluations in the filter as an Excel list. */
export async function deskExport(rows: readonly DeskRow[], words: Words): Promise<MadeDocument> {
  const t = await getTranslations("evaluation-desk");
  const keys = ["district", "year", "result", "status"] as const;
  const head = [
    t("project"),
    ...keys.map((key) => t(`filter.${key}`)),
    t("self"),
    t("total"),
    t("filter.grade"),
    t("finalAt"),
  ];
  const bytes = await listExcel(
    t("title"),
    head,
    rows.map(({ project, ...row }) => [
      `${project.number ?? "—"} ${words.locale === "en" ? (project.titleEn ?? project.title) : project.title}`,
      words.names("district", project.districtId),
      project.year,
      words.names("acceptance_result", project.acceptanceResult),
      t(`status.${row.status}`),
      row.selfTotal === null ? null : Number(row.selfTotal),
      row.total === null ? null : Number(row.total),
      words.names("grade", row.grade),
      row.finalAt === null ? null : formatDate(row.finalAt),
    ]),
  );
  return {
    name: `${t("title")}.xlsx`,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body: new Uint8Array(bytes),
  };
}
