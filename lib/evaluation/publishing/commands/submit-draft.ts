import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { lockDraft, requireDraft } from "../load";
import { requirePublishable } from "../publishable";
import { submitDraftInput } from "../schema";

/** Hands a draft to the division head or the leaders; one with open checks is refused (409). */
export const submitDraft = defineCommand({
  name: "rules.submit-draft",
  input: submitDraftInput,
  roles: bureauRoles,
  load: (tx, { draftId }) => lockDraft(tx, draftId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (loaded, { version }) => requireDraft(loaded, version, "draft"),
  run: async ({ tx, actor, now }, loaded) => {
    const { draft } = loaded;
    await requirePublishable(tx, loaded, now);
    expectOne(
      await tx.ruleDraft.updateMany({
        where: { id: draft.id, status: "draft", version: draft.version },
        data: {
          status: "submitted",
          submittedByName: actor.name,
          submittedAt: now,
          returnReason: null,
          version: draft.version + 1,
        },
      }),
    );
    return {
      data: { draftId: draft.id, version: draft.version + 1 },
      event: {
        audience: "officials",
        subject: { type: "rule_draft", id: draft.id },
        params: { family: draft.family, code: draft.code },
      },
    };
  },
});
