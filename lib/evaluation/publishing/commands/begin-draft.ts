import { personOf } from "@/lib/access/actor";
import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lockRule } from "../load";
import { newestOf, openDraftStatuses } from "../rules";
import { toJson } from "../save-draft";
import { beginDraftInput } from "../schema";
import { versionsOf } from "../versions";

/**
 * Begins the next version of a rule as a copy of its newest one; a rule has one open draft at a time
 * (409). `baseVersion` is the version that the person saw.
 */
export const beginDraft = defineCommand({
  name: "rules.begin-draft",
  input: beginDraftInput,
  roles: bureauRoles,
  load: async (tx, { family, code }) => {
    await lockRule(tx, family, code);
    const newest = newestOf(await versionsOf(tx, family, code));
    const open = await tx.ruleDraft.count({
      where: { family, code, status: { in: [...openDraftStatuses] } },
    });
    return newest && { newest, open };
  },
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: ({ newest, open }, { baseVersion }) => {
    if (open > 0) throw conflict("draft_open");
    if (newest.version !== baseVersion) throw conflict("version_conflict");
  },
  run: async ({ tx, actor, now }, { newest }) => {
    const person = personOf(actor);
    const id = newId();
    const { family, code, version, content } = newest;
    await tx.ruleDraft.create({
      data: {
        id,
        family,
        code,
        baseVersion: version,
        content: toJson(content),
        hands: [person],
        draftedById: person,
        draftedByName: actor.name,
        draftedAt: now,
      },
      select: { id: true },
    });
    return {
      data: { draftId: id, version: 1 },
      event: {
        audience: "officials",
        subject: { type: "rule_draft", id },
        params: { family, code, base: version },
      },
    };
  },
});
