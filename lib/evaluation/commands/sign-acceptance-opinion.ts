import { findSeat, writeSeat } from "@/lib/approval/seats";
import { conflict, invalidField, notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { acceptanceOf, personId } from "../acceptance";
import { hashOf } from "../hash";
import { panelOf } from "../panel/load";
import { requireOpinionOpen } from "../panel/opinion";
import { signAcceptanceOpinionInput } from "../panel/schema";

/**
 * A member who voted signs the panel's opinion by typing his name; what he does not share he notes
 * beside it (保留意见). The text must be the one that he read.
 */
export const signAcceptanceOpinion = defineProjectCommand({
  name: "evaluation.sign-acceptance-opinion",
  input: signAcceptanceOpinionInput,
  roles: ["expert"],
  states: ["acceptance_review"],
  rule: (project, { signedName }, _now, actor) => {
    requireOpinionOpen(project);
    if (signedName !== actor.name) {
      throw invalidField("signedName", "name_differs", { name: actor.name });
    }
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    const own = await findSeat(tx, project.id, input.assignmentId, personId(context));
    const { round } = await acceptanceOf(tx, project.id);
    const panel = await panelOf(tx, project.id, round, input.panelVersion);
    const seat = panel.assignments.find(({ id }) => id === own?.id);
    if (own === null || seat === undefined) throw notFound();
    if (panel.opinion === null) throw conflict("opinion_not_drafted");
    if (seat.status !== "submitted") throw conflict("not_voted");
    if (seat.opinionSignedAt !== null) throw conflict("opinion_signed");
    if (own.version !== input.assignmentVersion) throw conflict("version_conflict");
    const reservation = input.reservation || null;
    await writeSeat(tx, own, { opinionSignedAt: now, reservation });
    await settleDuties(
      tx,
      { kind: "evaluation.sign-acceptance-opinion", subjectId: own.id },
      context,
    );
    const { opinion, opinionVerdict: verdict } = panel;
    return {
      data: { assignmentId: own.id, version: own.version + 1 },
      event: childEvent(
        project,
        { type: "assignment", id: own.id },
        {
          params: {
            seat: own.seat,
            hash: hashOf({ verdict, opinion }),
            reserved: reservation === null ? "no" : "yes",
          },
          reason: reservation,
          audience: "officials",
        },
      ),
    };
  },
});
