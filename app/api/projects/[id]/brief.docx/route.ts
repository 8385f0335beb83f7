import { briefDocument } from "@/components/liaison/brief-document";
import { loadWords } from "@/components/project/words";
import { answerDocument } from "@/lib/documents/document-endpoint";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { briefOf } from "@/lib/liaison/brief";

interface Context {
  params: Promise<{ id: string }>;
}

/** Half a page about a project in Word, for officials. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return answerDocument(request, "liaison.brief", async (actor) => {
    if (!isId(id)) return null;
    const now = clockNow();
    const brief = await query(actor, (tx) => briefOf(tx, actor, id, now));
    return brief && briefDocument(brief, await loadWords(actor), now);
  });
}
