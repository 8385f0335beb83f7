import { personOf } from "@/lib/access/actor";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { attach } from "../attach";
import { handOver } from "../desk";
import { proposeSuspensionInput } from "../schema";
import { stepRow } from "../steps";

const step = stepRow("absorption.propose-suspension");
/** What a failed mid-term check has put on the officer's desk. */
const considering = "absorption.consider_suspension";

/** An officer proposes to suspend a project, naming its cause; the manager decides. */
export const proposeSuspension = defineProjectCommand({
  name: "absorption.propose-suspension",
  input: proposeSuspensionInput,
  roles: step.roles,
  states: step.states,
  rule: (project) => {
    if (project.facts.suspensionProposed) throw conflict("suspension_already_proposed");
  },
  run: async (context, project, input) => {
    const { tx, actor, as, now } = context;
    const id = newId();
    await tx.opinion.create({
      data: {
        id,
        ...guardedBy(project),
        kind: "suspension_proposal",
        verdict: input.cause,
        text: input.text,
        byId: personOf(actor),
        byName: actor.name,
        byRole: as,
        at: now,
      },
      select: { id: true },
    });
    await settleDuties(tx, { projectId: project.id, kind: considering }, context);
    const subject = { type: "project", id: project.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    await handOver(
      context,
      project,
      { type: "opinion", id },
      {
        kind: "absorption.decide_suspension",
        holderRole: "manager",
        within: "limit_suspension_decision",
        params: { cause: input.cause },
      },
    );
    return {
      data: { opinionId: id },
      event: childEvent(project, subject, {
        params: { cause: input.cause },
        reason: input.text,
        fileHashes,
        audience: "officials",
      }),
    };
  },
});
