/**
 * Walks the audit chain and names its first broken link: npm run audit:verify
 * Ends with 0 when the chain is whole, 1 when it is broken.
 */
import { verifyChain } from "@/lib/audit/verify";
import { closeDatabases, database } from "@/lib/db/client";
import { auditKey } from "@/lib/kernel/env";

const faults = {
  changed: "the row was changed after it was written",
  missing: "the row is missing",
  unlinked: "the row does not follow from the one before it",
  wrong_key: "the row was written with another audit key than the present one",
  head: "the chain's head does not name the last row",
} as const;

const verdict = await verifyChain(database(), auditKey());
await closeDatabases();
if (verdict.ok) {
  console.log(`The audit chain is whole: ${verdict.events} events.`);
} else {
  console.error(`The audit chain is broken at event ${verdict.seq}: ${faults[verdict.fault]}.`);
  process.exit(1);
}
