import { database } from "@/lib/db/client";
import { type FileStore, fileStore } from "./storage";

const dayMilliseconds = 86_400_000;

/**
 * Removes bytes that nothing names: uploads cut off halfway and files whose row was never written,
 * once they are a day old. Safe to repeat. Answers how many there were.
 */
export async function sweepFiles(now: Date, store: FileStore = fileStore()): Promise<number> {
  return store.sweep(new Date(now.getTime() - dayMilliseconds), async (keys) => {
    const rows = await database().storedFile.findMany({
      where: { storageKey: { in: keys } },
      select: { storageKey: true },
    });
    return new Set(rows.map(({ storageKey }) => storageKey));
  });
}
