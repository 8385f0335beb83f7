import { actorOfRequest } from "@/lib/accounts/session";
import { openApi } from "@/lib/commands/openapi";
import { problem } from "@/lib/http/problem";

/** `GET /api/openapi.json`: every command, readable when signed in. */
export async function GET(request: Request): Promise<Response> {
  if ((await actorOfRequest(request)) === null) return problem(401, "no_session");
  return Response.json(openApi(), { headers: { "cache-control": "no-store" } });
}
