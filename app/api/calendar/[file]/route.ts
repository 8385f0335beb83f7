import { dueCalendar } from "@/components/liaison/due-calendar";
import { countUse } from "@/lib/accounts/rate";
import { logSecurity } from "@/lib/audit/security-log";
import { clientAddress } from "@/lib/http/address";
import { refusalProblem, unexpectedProblem } from "@/lib/http/problem";
import { now as clockNow } from "@/lib/kernel/clock";
import { notFound, Refusal } from "@/lib/kernel/errors";
import { actorOfFeed } from "@/lib/liaison/feed";

const perMinute = 30;

interface Context {
  params: Promise<{ file: string }>;
}

/** A telephone's calendar asks by its secret address, without a session; what is not known is a 404. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    await countUse(`calendar:${clientAddress(request)}`, perMinute);
    const { file } = await params;
    const actor = await actorOfFeed(file.replace(/\.ics$/, ""), clockNow());
    if (actor === null) throw notFound();
    const { body, mediaType } = await dueCalendar(actor, clockNow());
    return new Response(body, {
      headers: {
        "content-type": mediaType,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) return unexpectedProblem(error, "calendar");
    await logSecurity("calendar_refused", error.code);
    return refusalProblem(error);
  }
}
