import type { Actor } from "@/lib/access/actor";
import type { Tx } from "./client";

/**
 * Tells the transaction who acts, for row-level security: the settings live until the transaction
 * ends. A reading transaction is made read-only in the same round trip.
 */
export async function setContext(tx: Tx, actor: Actor, readOnly: boolean): Promise<void> {
  const roles = [...new Set(actor.held.map((held) => held.role))].join(",");
  const units = actor.held.flatMap((held) => held.unitId ?? []).join(",");
  const districts = actor.held.flatMap((held) => held.districtId ?? []).join(",");
  await tx.$executeRaw`select
    set_config('kehe.actor_kind', ${actor.kind}, true),
    set_config('kehe.actor_id', ${actor.userId ?? ""}, true),
    set_config('kehe.actor_roles', ${roles}, true),
    set_config('kehe.actor_units', ${units}, true),
    set_config('kehe.actor_districts', ${districts}, true),
    set_config('transaction_read_only', ${readOnly ? "on" : "off"}, true)`;
}
