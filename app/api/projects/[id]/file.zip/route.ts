import { dossierDocument } from "@/components/dossier/dossier-document";
import { answerDocument } from "@/lib/documents/document-endpoint";

interface Context {
  params: Promise<{ id: string }>;
}

/** The whole file of a project: for the bureau, the manager and the auditor. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return answerDocument(request, "documents.download-dossier", (actor) =>
    dossierDocument(actor, id),
  );
}
