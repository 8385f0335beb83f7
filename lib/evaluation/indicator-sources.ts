import type { Tx } from "@/lib/db/client";
import type { TargetSource } from "./targets";

/** The indicators of a set as targets are checked against them; none without a set. */
export async function indicatorSources(tx: Tx, setId: string | null): Promise<TargetSource[]> {
  if (setId === null) return [];
  return tx.indicator.findMany({
    where: { indicatorSetId: setId },
    orderBy: { position: "asc" },
    select: { code: true, kind: true, defaultTarget: true },
  });
}
