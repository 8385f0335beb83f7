import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";
import { paperSource } from "./source";
import { listedProjects } from "./table1";
import { reportedFigures } from "./table2";

/**
 * Loads the optional reference set: the paper's Table 2 as reported figures and the projects that its
 * Table 1 lists, outside life-cycle and sums. Idempotent.
 */
export async function loadPaper(tx: Tx): Promise<void> {
  await tx.reportedFigure.createMany({
    data: reportedFigures.map((figure) => ({
      id: newId(),
      source: paperSource.code,
      ...figure,
    })),
    skipDuplicates: true,
  });
  await tx.historicalProject.createMany({
    data: listedProjects.map((row) => ({
      id: newId(),
      source: paperSource.code,
      position: row.position,
      countryCode: row.country,
      industryCode: row.industry,
      title: row.title,
      correctedTitle: row.corrected ?? null,
      note: row.note?.zh ?? null,
    })),
    skipDuplicates: true,
  });
}
