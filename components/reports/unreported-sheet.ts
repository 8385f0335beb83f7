import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { loadWords } from "@/components/project/words";
import { formatDate } from "@/components/ui/format";
import type { Actor } from "@/lib/access/actor";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { listExcel } from "@/lib/documents/sheet/list";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { asksUnits, unreportedUnits } from "@/lib/reports/unreported";

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const atMost = 20_000;

const askedFor = z.object({
  year: z.coerce.number().int().min(2000).max(2200),
  district: z.string().min(1).max(20).optional(),
});

/**
 * Who has not reported, with contacts and phones, as a workbook of plain texts and numbers: no
 * formula can be in it. For districts and the bureau; null for others and for an unreadable address.
 */
export async function unreportedSheet(
  actor: Actor,
  request: Request,
): Promise<MadeDocument | null> {
  const asked = askedFor.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success || !asksUnits(actor)) return null;
  const { year, district } = asked.data;
  const filter = { year, ...(district ? { districtId: district } : {}) };
  const rows = await query(actor, (tx) =>
    unreportedUnits(tx, actor, filter, { now: clockNow(), take: atMost }),
  );
  const [t, { names }] = await Promise.all([getTranslations("screens-reports"), loadWords(actor)]);
  const head = [
    t("units.district"),
    t("units.unit"),
    t("units.contact"),
    t("sheet.phone"),
    t("sheet.year"),
    t("units.owed"),
    t("sheet.projects"),
    t("sheet.dueOn"),
    t("sheet.chasedCount"),
    t("sheet.chasedOn"),
  ];
  const bytes = await listExcel(
    t("sheet.name"),
    head,
    rows.map((row) => [
      names("district", row.districtId),
      row.unitName,
      row.contactName,
      row.contactPhone,
      year,
      row.owed,
      row.projects.join("、"),
      formatDate(row.dueAt),
      row.chasedCount,
      row.chasedAt === null ? null : formatDate(row.chasedAt),
    ]),
  );
  return {
    name: `${t("sheet.file", { year: String(year) })}.xlsx`,
    mediaType: sheetType,
    body: new Uint8Array(bytes),
  };
}
