import { reportDocument } from "@/components/evaluation/report/report-document";
import { answerDocument } from "@/lib/documents/document-endpoint";

interface Context {
  params: Promise<{ id: string }>;
}

/** The evaluation report of a project as a Word file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return answerDocument(request, "evaluation.report", (actor) => reportDocument(actor, id, "docx"));
}
