import type { Tx } from "@/lib/db/client";
import { bigrams, foldText } from "@/lib/kernel/bigrams";

/**
 * What a project is found by: title, number and unit, folded to lower case and half width, whole and
 * in two-character pieces.
 */
export function searchColumns(parts: readonly (string | null | undefined)[]) {
  const searchText = foldText(parts.filter(Boolean).join(" "));
  return { searchText, searchGrams: bigrams(searchText) };
}

/** The same for a project whose unit has another name from now on. */
export async function searchColumnsWithUnit(tx: Tx, projectId: string, unitName: string) {
  const { title, titleEn, number } = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { title: true, titleEn: true, number: true },
  });
  return searchColumns([title, titleEn, number, unitName]);
}
