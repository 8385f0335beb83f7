import { loadWords } from "@/components/project/words";
import type { Actor } from "@/lib/access/actor";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { renderPdf } from "@/lib/documents/pdf/render";
import { renderWord } from "@/lib/documents/word/paper";
import { evaluationReport } from "@/lib/evaluation/report";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { projectDetail } from "@/lib/project/detail";
import { evaluationPaper } from "./evaluation-paper";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * The evaluation report of a project as a file in the reader's language; null outside his scope or
 * before an evaluation was opened.
 */
export async function reportDocument(
  actor: Actor,
  projectId: string,
  format: "pdf" | "docx",
): Promise<MadeDocument | null> {
  if (!isId(projectId)) return null;
  const now = clockNow();
  const found = await query(actor, async (tx) => {
    const project = await projectDetail(tx, actor, projectId, now);
    const report = project && (await evaluationReport(tx, actor, projectId, now));
    return project && report ? { project, report } : null;
  });
  if (found === null) return null;
  const paper = await evaluationPaper(found.project, found.report, await loadWords(actor));
  const name = `${found.project.number ?? found.project.id}-${paper.title}.${format}`;
  if (format === "docx") return { name, mediaType: wordType, body: await renderWord(paper) };
  const { locale } = paper;
  return {
    name,
    mediaType: "application/pdf",
    body: renderPdf("paper", { locale, words: {}, author: paper.issuer, paper }),
  };
}
