import type { Tx } from "@/lib/db/client";
import { paperSource } from "./source";

/** The projects that the paper's Table 1 lists, outside life-cycle and sums; empty where it is left out. */
export function historicalProjects(tx: Tx) {
  return tx.historicalProject.findMany({
    where: { source: paperSource.code },
    orderBy: { position: "asc" },
    select: {
      id: true,
      position: true,
      countryCode: true,
      industryCode: true,
      title: true,
      correctedTitle: true,
    },
  });
}

export type HistoricalProjectRow = Awaited<ReturnType<typeof historicalProjects>>[number];
