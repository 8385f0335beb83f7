import { projectExport } from "@/components/project/project-export";
import { loadWords } from "@/components/project/words";
import { answerDocument } from "@/lib/documents/document-endpoint";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { projectFilter } from "@/lib/project/filter";
import { projectsToExport } from "@/lib/project/list";

/** Most rows of one export. */
const atMost = 5000;

/** The projects in the filter of the address, as Excel; each reader gets those that he may see. */
export function GET(request: Request): Promise<Response> {
  return answerDocument(request, "projects.export", async (actor) => {
    const filter = projectFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    const now = clockNow();
    const rows = await query(actor, (tx) => projectsToExport(tx, actor, filter, now, atMost));
    return projectExport(rows, await loadWords(actor), now);
  });
}
