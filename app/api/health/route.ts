import { checkHealth } from "@/lib/kernel/health";

export const dynamic = "force-dynamic";

/** `GET /api/health`: 200 once the database answers, 503 while it can't. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
