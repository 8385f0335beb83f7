import type { Actor } from "@/lib/access/actor";
import { actorOfRequest } from "@/lib/accounts/session";
import { refusalProblem, unexpectedProblem } from "@/lib/http/problem";
import { notFound, Refusal } from "@/lib/kernel/errors";
import { recordRefusal } from "@/lib/kernel/execute";
import { attachment } from "./download";

/** A document made at the moment it is asked for. */
export interface MadeDocument {
  name: string;
  mediaType: string;
  body: BodyInit;
}

/**
 * Answers a document that Kehe makes from its records, to whoever is signed in and sees them: 401
 * without a session, 404 (with its event) outside the scope or where there is nothing to make.
 */
export async function answerDocument(
  request: Request,
  place: string,
  make: (actor: Actor) => Promise<MadeDocument | null>,
): Promise<Response> {
  try {
    const actor = await actorOfRequest(request);
    if (actor === null) throw new Refusal(401, "no_session");
    const made = await make(actor);
    if (made !== null) return documentResponse(made);
    const refusal = notFound();
    await recordRefusal(actor, place, refusal, null);
    throw refusal;
  } catch (error) {
    return error instanceof Refusal ? refusalProblem(error) : unexpectedProblem(error, place);
  }
}

function documentResponse({ name, mediaType, body }: MadeDocument): Response {
  return new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-disposition": attachment(name),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
}
