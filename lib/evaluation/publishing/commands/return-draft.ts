import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { lockDraft, requireDraft } from "../load";
import { publishingRoles } from "../publishable";
import { returnDraftInput } from "../schema";

/** Gives a submitted draft back to those who draft, with a reason. */
export const returnDraft = defineCommand({
  name: "rules.return-draft",
  input: returnDraftInput,
  roles: publishingRoles,
  load: (tx, { draftId }) => lockDraft(tx, draftId),
  allow: (actor) => mayHold(actor, publishingRoles),
  rule: (loaded, { version }) => requireDraft(loaded, version, "submitted"),
  run: async ({ tx }, { draft }, { reason }) => {
    expectOne(
      await tx.ruleDraft.updateMany({
        where: { id: draft.id, status: "submitted", version: draft.version },
        data: { status: "draft", returnReason: reason, version: draft.version + 1 },
      }),
    );
    return {
      data: { draftId: draft.id, version: draft.version + 1 },
      event: {
        audience: "officials",
        subject: { type: "rule_draft", id: draft.id },
        params: { family: draft.family, code: draft.code },
        reason,
      },
    };
  },
});
