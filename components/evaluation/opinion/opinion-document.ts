import { loadWords } from "@/components/project/words";
import type { Actor } from "@/lib/access/actor";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { renderPdf } from "@/lib/documents/pdf/render";
import { renderWord } from "@/lib/documents/word/paper";
import { opinionPaperOf } from "@/lib/evaluation/panel/opinion-paper";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { projectDetail } from "@/lib/project/detail";
import { opinionPaper } from "./opinion-paper";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * The acceptance opinion of a project's latest round, or of the one named, as a file in the reader's
 * language; null where he may not see it or there is none.
 */
export async function opinionDocument(
  actor: Actor,
  projectId: string,
  format: "pdf" | "docx",
  round?: number,
): Promise<MadeDocument | null> {
  if (!isId(projectId)) return null;
  const now = clockNow();
  const both = await query(actor, async (tx) => {
    const project = await projectDetail(tx, actor, projectId, now);
    const found = project && (await opinionPaperOf(tx, actor, projectId, now, round));
    return project && found ? { project, found } : null;
  });
  if (both === null) return null;
  const paper = await opinionPaper(both.project, both.found, await loadWords(actor));
  const name = `${both.project.number ?? both.project.id}-${paper.title}-${both.found.panel.round}.${format}`;
  if (format === "docx") return { name, mediaType: wordType, body: await renderWord(paper) };
  const { locale } = paper;
  return {
    name,
    mediaType: "application/pdf",
    body: renderPdf("paper", { locale, words: {}, author: paper.issuer, paper }),
  };
}
