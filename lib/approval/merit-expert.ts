import type { Tx } from "@/lib/db/client";
import { invalid, invalidField } from "@/lib/kernel/errors";
import type { ProjectRecord } from "@/lib/project/load";
import { loadCandidates, partiesOf } from "./candidates";
import { candidateProblems } from "./rules";
import { toFieldProblem } from "./seats";

/** An expert of the bank whom nothing stands against on this project (domain.md §1.6 回避); throws 422 on `expertId`. */
export async function meritExpert(
  tx: Tx,
  project: ProjectRecord,
  expertId: string,
  now: Date,
): Promise<{ id: string; name: string }> {
  const parties = await partiesOf(tx, project);
  const [candidate] = await loadCandidates(tx, { ids: [expertId] }, parties, now);
  if (!candidate) throw invalidField("expertId", "expert_unknown");
  const problems = candidateProblems(candidate, parties);
  if (problems.length > 0) throw invalid({ expertId: problems.map(toFieldProblem) });
  return { id: candidate.id, name: candidate.name };
}
