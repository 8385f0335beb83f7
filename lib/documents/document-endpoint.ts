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
 * without a session, 404 outside the scope or where there is nothing to make, 403 where the role
 * doesn't allow it; both leave an event.
 */
export async function answerDocument(
  request: Request,
  place: string,
  make: (actor: Actor) => Promise<MadeDocument | null>,
): Promise<Response> {
  try {
    const actor = await actorOfRequest(request);
    if (actor === null) throw new Refusal(401, "no_session");
    return documentResponse(await madeFor(actor, place, make));
  } catch (error) {
    return error instanceof Refusal ? refusalProblem(error) : unexpectedProblem(error, place);
  }
}

async function madeFor(
  actor: Actor,
  place: string,
  make: (actor: Actor) => Promise<MadeDocument | null>,
): Promise<MadeDocument> {
  try {
    const made = await make(actor);
    if (made === null) throw notFound();
    return made;
  } catch (error) {
    if (error instanceof Refusal) await recordRefusal(actor, place, error, null);
    throw error;
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
