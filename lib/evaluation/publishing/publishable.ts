import type { Role } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { conflict } from "@/lib/kernel/errors";
import { draftProblems } from "./checks";
import { checkContext, type LoadedDraft } from "./load";

/** Officers draft; the head of their division or the bureau's leaders publish. */
export const publishingRoles = ["division_head", "manager"] as const satisfies readonly Role[];

/** 409 `rule_checks_open` with their number while anything stands against publishing. */
export async function requirePublishable(tx: Tx, loaded: LoadedDraft, now: Date): Promise<void> {
  const problems = draftProblems(loaded.typed, await checkContext(tx, loaded, now));
  const replaced = problems.find(({ code }) => code === "base_replaced");
  if (replaced) throw conflict("rule_base_replaced", replaced.params);
  if (problems.length > 0) throw conflict("rule_checks_open", { count: problems.length });
}
