import { getTranslations } from "next-intl/server";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { listExcel } from "@/lib/documents/sheet/list";
import { wanYuanField } from "@/lib/kernel/money";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { isState } from "@/lib/lifecycle/states";
import type { ProjectListRow } from "@/lib/project/list";
import { titleOf, type Words } from "./words";

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The project list as Excel: what the screen shows, with the amounts as figures in 万元. */
export async function projectExport(
  rows: readonly ProjectListRow[],
  words: Words,
  now: Date,
): Promise<MadeDocument> {
  const t = await getTranslations("projects");
  const keys = ["number", "title", "unit", "district", "country", "place", "due", "grant"] as const;
  const bytes = await listExcel(
    t("title"),
    [...keys.map((key) => t(`column.${key}`)), t("filter.year"), t("column.updated")],
    rows.map((row) => [
      row.number ?? "",
      titleOf(row, words),
      row.unitName,
      words.names("district", row.districtId),
      words.names("country", row.countryCode),
      isState(row.state) ? words.state(row.state) : "",
      row.dueAt === null ? "" : shanghaiDate(row.dueAt),
      Number(wanYuanField(row.grantAmount.toFixed(2))),
      row.year,
      shanghaiDate(row.updatedAt),
    ]),
  );
  return {
    name: `${t("title")}-${shanghaiDate(now)}.xlsx`,
    mediaType: sheetType,
    body: new Uint8Array(bytes),
  };
}
