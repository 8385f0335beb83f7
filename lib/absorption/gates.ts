import { readCallParameters } from "@/lib/calls/parameters";
import type { Tx } from "@/lib/db/client";
import type { ProjectRecord } from "@/lib/project/load";
import type { GateFacts } from "./rules";

/** What decides whether a tranche may be issued: the mid-term check, the acceptance, what the call says. */
export async function gateFacts(tx: Tx, project: ProjectRecord): Promise<GateFacts> {
  const checks = await tx.midTermCheck.findMany({
    where: { projectId: project.id, status: { not: "cancelled" } },
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
    take: 1,
    select: { result: true },
  });
  const call = project.callId
    ? await tx.call.findUnique({ where: { id: project.callId }, select: { parameters: true } })
    : null;
  const [latest] = checks;
  return {
    callGatesMidTerm: readCallParameters(call?.parameters).midTermGate,
    midTerm: latest ? (latest.result ?? "open") : "none",
    acceptanceResult: project.acceptanceResult,
  };
}
