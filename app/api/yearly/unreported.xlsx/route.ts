import { unreportedSheet } from "@/components/reports/unreported-sheet";
import { answerDocument } from "@/lib/documents/document-endpoint";

/** `GET /api/yearly/unreported.xlsx?year=2026&district=320412`: who has not reported. */
export const GET = (request: Request): Promise<Response> =>
  answerDocument(request, "reports.export-unreported", (actor) => unreportedSheet(actor, request));
