import type { Actor } from "@/lib/access/actor";
import { database, type Tx } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";

/**
 * The one read path: a read-only transaction with the actor's context. `fn` uses the rooms'
 * `queries.ts`, which apply `access/scope.ts`.
 */
export async function query<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return database().$transaction(
    async (tx) => {
      await setContext(tx, actor, true);
      reading.add(tx);
      return fn(tx);
    },
    { maxWait: 5_000, timeout: 20_000 },
  );
}

const reading = new WeakSet<Tx>();

/** Is this a reading transaction, in which the same question has the same answer throughout? */
export const isReading = (tx: Tx): boolean => reading.has(tx);
