import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { hashOf } from "../../hash";
import { lockDraft, requireDraft } from "../load";
import { publishingRoles, requirePublishable } from "../publishable";
import { publishDraftInput } from "../schema";
import { writeVersion } from "../write-version";

/**
 * Publishes a draft as the next version of its rule, from the day that it names. Whoever typed in it
 * can't (four eyes); published versions are never changed, the next one ends them.
 */
export const publishDraft = defineCommand({
  name: "rules.publish-draft",
  input: publishDraftInput,
  roles: publishingRoles,
  load: (tx, { draftId }) => lockDraft(tx, draftId),
  allow: (actor, { draft }) => {
    const verdict = mayHold(actor, publishingRoles);
    const typed = actor.userId !== null && draft.hands.includes(actor.userId);
    return "as" in verdict && typed ? { refused: "four_eyes" } : verdict;
  },
  rule: (loaded, { version }) => requireDraft(loaded, version, "submitted"),
  run: async ({ tx, actor, now }, loaded) => {
    const { draft, base, typed } = loaded;
    await requirePublishable(tx, loaded, now);
    const next = { code: draft.code, version: draft.baseVersion + 1 };
    expectOne(
      await tx.ruleDraft.updateMany({
        where: { id: draft.id, status: "submitted", version: draft.version },
        data: {
          status: "published",
          decidedById: actor.userId,
          decidedByName: actor.name,
          decidedAt: now,
          publishedVersion: next.version,
          version: draft.version + 1,
        },
      }),
    );
    await writeVersion(tx, typed, { base, next, now });
    return {
      data: { family: draft.family, ...next },
      event: {
        audience: "officials",
        subject: { type: "rule_draft", id: draft.id },
        params: {
          family: draft.family,
          code: draft.code,
          version: next.version,
          from: typed.content.validFrom ?? "",
          basis: typed.content.basis ?? "",
          hash: hashOf(draft.content),
        },
      },
    };
  },
});
