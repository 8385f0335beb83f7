import { env } from "@/lib/kernel/env";

/**
 * The caller's address for counters: the last hop of X-Forwarded-For when the operator says that a
 * proxy of his sets it, otherwise the socket's, which our web server writes into `x-kehe-peer`.
 */
export function clientAddress(request: Pick<Request, "headers">): string {
  if (!env().trustProxy) return request.headers.get("x-kehe-peer") ?? "direct";
  const hops = request.headers.get("x-forwarded-for")?.split(",") ?? [];
  return hops.at(-1)?.trim() || "direct";
}
