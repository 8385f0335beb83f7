import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { visibleFiles } from "@/lib/documents/scope";
import { fileStore } from "@/lib/documents/storage";
import { defineCommand } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/errors";
import { readLedger } from "../ledger/read";
import { normalised, storeBatch } from "../registration/register";
import { importLedgerInput } from "../schema";

/**
 * Reads an uploaded Excel ledger into a batch that a second officer confirms (T00). A dry run tells
 * the problems by row and column, changes nothing and so leaves no event.
 */
export const importLedger = defineCommand({
  name: "application.import-ledger",
  input: importLedgerInput,
  roles: bureauRoles,
  keepsOwnVersions: true,
  load: (tx, { fileId }, actor) =>
    tx.storedFile.findFirst({
      where: { AND: [{ id: fileId }, visibleFiles(actor)] },
      select: { storageKey: true, originalName: true },
    }),
  allow: (actor) => mayHold(actor, bureauRoles),
  run: async (context, file, { note, dryRun }) => {
    const read = await readLedger(context.tx, context.now, await bytesOf(file.storageKey));
    return storeBatch(context, {
      rows: normalised(read.rows),
      found: read.problems,
      rowNumber: (index) => read.rowNumbers[index] ?? index + 2,
      fileName: file.originalName,
      note: note ?? "",
      dryRun,
      preview: read.preview,
    });
  },
});

async function bytesOf(key: string): Promise<Buffer> {
  const stored = await fileStore().read(key);
  if (stored === null) throw notFound();
  return Buffer.from(await new Response(stored.body).arrayBuffer());
}
