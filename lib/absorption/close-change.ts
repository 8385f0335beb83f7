import type { CommandContext } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import type { ProjectRecord } from "@/lib/project/load";
import type { AgreedChange } from "./apply-change";
import { changeKinds, changePayload } from "./schema";
import { asLoaded, type LoadedChild } from "./step";

/** A stored request as its kind and payload say; throws on rows that no request could have written. */
export function agreedChange(change: { id: string; kind: string; payload: unknown }): AgreedChange {
  const kind = changeKinds.find((known) => known === change.kind);
  if (!kind) throw new Error(`change ${change.id} is of no known kind`);
  return { id: change.id, kind, payload: changePayload.parse(change.payload) };
}

/** Ends a request, with who decided and why. */
export async function closeChange(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  project: ProjectRecord,
  change: LoadedChild,
  status: "approved" | "signing" | "rejected" | "withdrawn",
  reason: string | null,
): Promise<void> {
  const result = await tx.changeRequest.updateMany({
    where: asLoaded(project, change),
    data: {
      status,
      decidedById: actor.userId,
      decidedByName: actor.name,
      decidedAt: now,
      decisionReason: reason,
      version: { increment: 1 },
    },
  });
  expectOne(result);
}
