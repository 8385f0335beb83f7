import { loadCandidates, partiesOf } from "@/lib/approval/candidates";
import type { CommandContext } from "@/lib/kernel/command";
import type { ProjectRecord } from "@/lib/project/load";
import { type ExclusionReason, exclusionOf, type PoolEntry } from "./draw";

export interface Pool {
  /** Experts of the bank, whoever they are. */
  bank: number;
  entries: PoolEntry[];
  excluded: Partial<Record<ExclusionReason, number>>;
}

/**
 * Who may be drawn for the acceptance of this project, in the order of ids, and how many of the bank
 * are left out for which reason.
 */
export async function loadPool(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: Pick<ProjectRecord, "id" | "unitId" | "unitName">,
  wished: readonly string[],
): Promise<Pool> {
  const parties = await partiesOf(tx, project);
  const bank = await loadCandidates(tx, {}, parties, now);
  const entries: PoolEntry[] = [];
  const excluded: Pool["excluded"] = {};
  for (const candidate of bank) {
    const reason = exclusionOf(candidate, parties);
    if (reason !== null) {
      excluded[reason] = (excluded[reason] ?? 0) + 1;
      continue;
    }
    const { id, name, employer, finance, specialties } = candidate;
    const fitting = specialties.some((one) => wished.includes(one));
    entries.push({ id, name, employer, finance, wished: fitting });
  }
  return { bank: bank.length, entries, excluded };
}
