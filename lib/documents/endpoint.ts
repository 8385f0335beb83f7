import type { Actor } from "@/lib/access/actor";
import { countUse } from "@/lib/accounts/rate";
import { actorOfRequest } from "@/lib/accounts/session";
import { logSecurity } from "@/lib/audit/security-log";
import { requireOrigin } from "@/lib/http/guard";
import { refusalProblem, unexpectedProblem } from "@/lib/http/problem";
import { Refusal } from "@/lib/kernel/errors";
import { downloadFile } from "./download";
import { uploadFile } from "./upload";

const uploadsPerMinute = 60;

/** `POST /api/files`: origin → session → one streamed file. */
export function handleUpload(request: Request): Promise<Response> {
  return answering("upload", async () => {
    requireOrigin(request);
    const actor = await signedIn(request);
    await countUse(`upload:${actor.userId}`, uploadsPerMinute);
    return Response.json({ data: await uploadFile(request, actor) }, noStore);
  });
}

/** `GET /api/files/<id>`. */
export function handleDownload(id: string, request: Request): Promise<Response> {
  return answering("download", async () => downloadFile(id, await signedIn(request)));
}

const noStore = { headers: { "cache-control": "no-store" } } as const;

async function signedIn(request: Request): Promise<Actor> {
  const actor = await actorOfRequest(request);
  if (actor === null) throw new Refusal(401, "no_session");
  return actor;
}

async function answering(place: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) return unexpectedProblem(error, place);
    if (error.status !== 404) await logSecurity("file_refused", error.code, { place });
    return refusalProblem(error);
  }
}
