import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { latestEvaluation, targetOf } from "./evaluation";
import { suggestValues } from "./prefill";
import { proofsOf } from "./proofs";
import { documentsAsked } from "./rules";
import { scoredIndicator } from "./scored";

/**
 * What the form of the acceptance file is checked against while it is typed: the rule, the lines with
 * whether something proves them, the documents asked with whether they are on file. Null without a sheet.
 */
export async function filingBasis(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const evaluation = await latestEvaluation(tx, project.id);
  if (evaluation === null) return null;
  const proofs = await proofsOf(tx, evaluation.id);
  const suggestions = await suggestValues(tx, project, now);
  const links = await tx.fileLink.findMany({
    where: { projectId: project.id, subjectType: "acceptance", removedAt: null },
    select: { documentKind: true },
  });
  const there = new Set(links.map(({ documentKind }) => documentKind));
  return {
    rule: evaluation.stored.rule,
    lines: evaluation.evaluationLines.map((line) => {
      const target = targetOf(line);
      return {
        zh: target.zh,
        en: target.en,
        proven: proofs.has(line.id),
        /** What Kehe's own records say: the same value stands on them. */
        known: suggestions.get(line.indicatorCode)?.value ?? null,
        indicator: scoredIndicator(target, line.targetValue),
      };
    }),
    documents: documentsAsked(project.lightProfile).map((kind) => ({
      kind,
      there: there.has(kind),
    })),
  };
}
