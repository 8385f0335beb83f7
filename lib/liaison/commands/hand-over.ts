import { personOf } from "@/lib/access/actor";
import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { type HandedItems, moveWork } from "../move-work";
import { commonOffices, officePeople } from "../offices";
import { liaisonEditors } from "../rules";
import { handOverInput } from "../schema";

/** Hands all open items of one person to another of the same office, in one action. */
export const handOver = defineCommand({
  name: "liaison.hand-over",
  input: handOverInput,
  roles: liaisonEditors,
  timeLimit: 60,
  load: async (tx, { fromUserId, toUserId }, actor, now) => {
    if (!isAllowedAtAll(actor)) return { from: null, to: null, offices: [] };
    const [from] = await officePeople(tx, actor, null, fromUserId);
    const [to] = await officePeople(tx, actor, now, toUserId);
    return from && to ? { from, to, offices: commonOffices(from, to) } : null;
  },
  allow: (actor) => mayHold(actor, liaisonEditors),
  rule: ({ offices }, { fromUserId, toUserId }) => {
    if (fromUserId === toUserId) throw conflict("same_person");
    if (offices.length === 0) throw conflict("no_common_office");
  },
  run: async (context, { from, to, offices }, { reason }) => {
    if (from === null || to === null) throw new Error("nobody to hand over");
    const { tx, actor, now } = context;
    const items: HandedItems = { duties: [], projects: [], bodies: [] };
    for (const office of offices) {
      const moved = await moveWork(context, { from, to }, office);
      items.duties.push(...moved.duties);
      items.projects.push(...moved.projects);
      items.bodies.push(...moved.bodies);
    }
    const [first] = offices;
    const districtId = first && first !== "bureau" ? first.districtId : null;
    const id = newId();
    await tx.handOver.create({
      data: {
        id,
        districtId,
        fromUserId: from.id,
        fromName: from.name,
        toUserId: to.id,
        toName: to.name,
        reason,
        items: {
          duties: items.duties.map((duty) => ({ ...duty })),
          projects: items.projects,
          bodies: items.bodies,
        },
        byId: personOf(actor),
        byName: actor.name,
        at: now,
      },
      select: { id: true },
    });
    const counts = {
      duties: items.duties.length,
      projects: items.projects.length,
      bodies: items.bodies.length,
    };
    return {
      data: { handOverId: id, ...counts },
      event: {
        districtId,
        subject: { type: "hand_over", id },
        params: { from: from.name, to: to.name, ...counts },
        reason,
        audience: "officials",
      },
    };
  },
});

const isAllowedAtAll = (actor: Parameters<typeof mayHold>[0]): boolean =>
  "as" in mayHold(actor, liaisonEditors);
