import { deskExport } from "@/components/evaluation/desk/desk-export";
import { loadWords } from "@/components/project/words";
import { answerDocument } from "@/lib/documents/document-endpoint";
import { deskFilter } from "@/lib/evaluation/desk/filter";
import { deskPage, readsEvaluations } from "@/lib/evaluation/desk/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

/** Most rows of one export. */
const atMost = 5000;

/** The evaluations in the filter of the address, as Excel. */
export function GET(request: Request): Promise<Response> {
  return answerDocument(request, "evaluation.export", async (actor) => {
    if (!readsEvaluations(actor)) return null;
    const search = Object.fromEntries(new URL(request.url).searchParams);
    const filter = { ...deskFilter.parse(search), after: undefined };
    const { rows } = await query(actor, (tx) => deskPage(tx, actor, filter, clockNow(), atMost));
    return deskExport(rows, await loadWords(actor));
  });
}
