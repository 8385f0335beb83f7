import { opinionDocument } from "@/components/evaluation/opinion/opinion-document";
import { answerDocument } from "@/lib/documents/document-endpoint";

interface Context {
  params: Promise<{ id: string }>;
}

/** The acceptance opinion of a project's latest round as a Word file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return answerDocument(request, "evaluation.acceptance-opinion", (actor) =>
    opinionDocument(actor, id, "docx"),
  );
}
