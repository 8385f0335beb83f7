import { personOf } from "@/lib/access/actor";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { declineSuspensionInput } from "../schema";
import { stepRow } from "../steps";

const step = stepRow("absorption.decline-suspension");

/** The manager declines an officer's proposal to suspend: the project goes on running. */
export const declineSuspension = defineProjectCommand({
  name: "absorption.decline-suspension",
  input: declineSuspensionInput,
  roles: step.roles,
  states: step.states,
  rule: (project) => {
    if (!project.facts.suspensionProposed) throw conflict("officer_proposed");
  },
  run: async (context, project, input) => {
    const { tx, actor, as, now } = context;
    const id = newId();
    await tx.opinion.create({
      data: {
        id,
        ...guardedBy(project),
        kind: "suspension_declined",
        verdict: "declined",
        text: input.reason,
        byId: personOf(actor),
        byName: actor.name,
        byRole: as,
        at: now,
      },
      select: { id: true },
    });
    await settleDuties(
      tx,
      { projectId: project.id, kind: "absorption.decide_suspension" },
      context,
    );
    return {
      data: { opinionId: id },
      event: childEvent(
        project,
        { type: "project", id: project.id },
        { reason: input.reason, audience: "officials" },
      ),
    };
  },
});
