import { dueCalendar } from "@/components/liaison/due-calendar";
import { holds } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
import { answerDocument } from "@/lib/documents/document-endpoint";
import { now as clockNow } from "@/lib/kernel/clock";

/** What the signed-in person's unit must hand in this year, as a calendar to keep. */
export function GET(request: Request): Promise<Response> {
  return answerDocument(request, "liaison.due", async (actor) =>
    holds(actor, ...applicantRoles) ? dueCalendar(actor, clockNow()) : null,
  );
}
