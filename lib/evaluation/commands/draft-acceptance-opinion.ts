import { bureauRoles } from "@/lib/access/roles";
import { forbidden, invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { cancelDuties, settleDuties } from "@/lib/project/duties";
import { acceptanceOf, personId } from "../acceptance";
import { hashOf } from "../hash";
import { panelOf, writePanel } from "../panel/load";
import { openSigning, requireOpinionOpen } from "../panel/opinion";
import { draftAcceptanceOpinionInput } from "../panel/schema";

/**
 * 验收意见: after the votes the leader, or the bureau from the votes, writes the panel's common
 * opinion. A new text takes the signatures of the old one away; all sign again.
 */
export const draftAcceptanceOpinion = defineProjectCommand({
  name: "evaluation.draft-acceptance-opinion",
  input: draftAcceptanceOpinionInput,
  roles: ["expert", ...bureauRoles],
  states: ["acceptance_review"],
  rule: (project, { verdict }) => {
    requireOpinionOpen(project);
    if (project.rectificationUsed && verdict === "rectify") {
      throw invalidField("verdict", "rectification_not_used");
    }
  },
  run: async (context, project, { panelVersion, verdict, opinion }) => {
    const { tx, actor, as, now } = context;
    const { round } = await acceptanceOf(tx, project.id);
    const panel = await panelOf(tx, project.id, round, panelVersion);
    const leader = panel.assignments.find(({ lead }) => lead);
    if (as === "expert" && leader?.expertId !== personId(context)) {
      throw forbidden("not_panel_leader");
    }
    await writePanel(tx, panel, {
      opinion,
      opinionVerdict: verdict,
      opinionByName: actor.name,
      opinionByRole: as,
      opinionAt: now,
    });
    const seats = { panelId: panel.id, status: "submitted" };
    const { count: unsigned } = await tx.assignment.updateMany({
      where: { ...seats, opinionSignedAt: { not: null } },
      data: { opinionSignedAt: null, reservation: null, version: { increment: 1 } },
    });
    await settleDuties(
      tx,
      { kind: "evaluation.draft-acceptance-opinion", subjectId: panel.id },
      context,
    );
    await cancelDuties(
      tx,
      { kind: "evaluation.sign-acceptance-opinion", projectId: project.id },
      now,
    );
    await openSigning(context, project, panel);
    const params = { verdict, round, unsigned, hash: hashOf({ verdict, opinion }) };
    return {
      data: { panelId: panel.id, panelVersion: panel.version + 1 },
      event: childEvent(
        project,
        { type: "panel", id: panel.id },
        { params, reason: opinion, audience: "officials" },
      ),
    };
  },
});
