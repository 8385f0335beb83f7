import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { lockDraft, requireDraft } from "../load";
import { discardDraftInput } from "../schema";

/** Gives a draft up; it stays on record, and the version in force goes on. */
export const discardDraft = defineCommand({
  name: "rules.discard-draft",
  input: discardDraftInput,
  roles: bureauRoles,
  load: (tx, { draftId }) => lockDraft(tx, draftId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (loaded, { version }) => requireDraft(loaded, version, "draft"),
  run: async ({ tx, actor, now }, { draft }) => {
    expectOne(
      await tx.ruleDraft.updateMany({
        where: { id: draft.id, status: "draft", version: draft.version },
        data: {
          status: "discarded",
          decidedById: actor.userId,
          decidedByName: actor.name,
          decidedAt: now,
          version: draft.version + 1,
        },
      }),
    );
    return {
      data: { family: draft.family, code: draft.code },
      event: {
        audience: "officials",
        subject: { type: "rule_draft", id: draft.id },
        params: { family: draft.family, code: draft.code },
      },
    };
  },
});
