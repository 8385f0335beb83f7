import { certificateDocument } from "@/components/evaluation/certificate-document";
import { loadWords } from "@/components/project/words";
import { answerDocument } from "@/lib/documents/document-endpoint";
import { certificateOf } from "@/lib/evaluation/certificate";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

interface Context {
  params: Promise<{ id: string }>;
}

/** The certificate of acceptance of a project. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return answerDocument(request, "evaluation.certificate", async (actor) => {
    if (!isId(id)) return null;
    const certificate = await query(actor, (tx) => certificateOf(tx, actor, id));
    return certificate && certificateDocument(certificate, await loadWords(actor));
  });
}
