import type { z } from "zod";
import { personOf } from "@/lib/access/actor";
import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Command, defineCommand } from "@/lib/kernel/command";
import { expectOne, notFound } from "@/lib/kernel/errors";
import { lockDraft, requireDraft } from "./load";
import { type RuleFamily, readTyped } from "./schema";

interface Typed {
  draftId: string;
  version: number;
  content: object;
}

/**
 * A command that keeps what is typed in a draft of one family, complete or not: each save is a version
 * of the draft, so it leaves no event. What a colleague saved meanwhile is a 409 that carries it.
 */
export function defineSave<S extends z.ZodType<Typed>>(family: RuleFamily, input: S): Command {
  return defineCommand({
    name: `rules.save-${family}`,
    input,
    roles: bureauRoles,
    keepsOwnVersions: true,
    load: (tx, { draftId }: z.output<S>) => lockDraft(tx, draftId),
    allow: (actor) => mayHold(actor, bureauRoles),
    rule: (loaded, { version }) => {
      if (loaded.family !== family) throw notFound();
      requireDraft(loaded, version, "draft");
    },
    run: async ({ tx, actor, now }, { draft }, { content }) => {
      const person = personOf(actor);
      expectOne(
        await tx.ruleDraft.updateMany({
          where: { id: draft.id, status: "draft", version: draft.version },
          data: {
            content: toJson(readTyped(family, content).content),
            hands: [...new Set([...draft.hands, person])],
            draftedById: person,
            draftedByName: actor.name,
            draftedAt: now,
            version: draft.version + 1,
          },
        }),
      );
      return {
        data: { draftId: draft.id, version: draft.version + 1, savedAt: now.toISOString() },
        event: null,
      };
    },
  });
}

export const toJson = (content: object): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(content));
