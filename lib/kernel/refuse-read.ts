import type { Actor } from "@/lib/access/actor";
import { notFound } from "./errors";
import { recordRefusal } from "./execute";
import { isId } from "./ids";

/** Notes in the audit chain that a signed-in actor asked for what is not there for him. */
export async function refuseRead(actor: Actor, what: string, id: string): Promise<void> {
  await recordRefusal(actor, what, notFound(), isId(id) ? id : null);
}
