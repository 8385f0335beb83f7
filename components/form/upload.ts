import { z } from "zod";

const uploadedShape = z.union([
  z.object({ data: z.object({ id: z.string() }) }).transform(({ data }) => data.id),
  z.object({ id: z.string() }).transform(({ id }) => id),
]);
const refusedShape = z.object({ code: z.string() });

export type UploadResult =
  | { kind: "done"; id: string }
  | { kind: "refused"; code: string }
  | { kind: "cancelled" };

function resultOf(request: XMLHttpRequest): UploadResult {
  let body: unknown;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    body = undefined;
  }
  const done = uploadedShape.safeParse(body);
  if (request.status >= 200 && request.status < 300 && done.success) {
    return { kind: "done", id: done.data };
  }
  const refused = refusedShape.safeParse(body);
  return { kind: "refused", code: refused.success ? refused.data.code : "file_failed" };
}

/**
 * Uploads one file to `POST /api/files` and answers its id. `onProgress` gets whole percents;
 * aborting the signal cancels. (`fetch` can't tell how much has been sent.)
 */
export function uploadFile(
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0);
    request.onload = () => resolve(resultOf(request));
    request.onerror = () => resolve({ kind: "refused", code: "file_failed" });
    request.onabort = () => resolve({ kind: "cancelled" });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    const body = new FormData();
    body.append("file", file);
    request.open("POST", "/api/files");
    request.send(body);
  });
}
