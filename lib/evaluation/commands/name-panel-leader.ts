import { bureauRoles } from "@/lib/access/roles";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { acceptanceOf } from "../acceptance";
import { panelOf, writePanel } from "../panel/load";
import { namePanelLeaderInput } from "../panel/schema";

/** The bureau names another 组长 of the acceptance panel, before the first vote. */
export const namePanelLeader = defineProjectCommand({
  name: "evaluation.name-panel-leader",
  input: namePanelLeaderInput,
  roles: bureauRoles,
  states: ["acceptance_review"],
  run: async ({ tx }, project, { assignmentId }) => {
    const { round } = await acceptanceOf(tx, project.id);
    const panel = await panelOf(tx, project.id, round);
    if (panel.assignments.some(({ status }) => status === "submitted")) {
      throw conflict("voting_begun");
    }
    const seat = panel.assignments.find(({ id }) => id === assignmentId);
    if (seat === undefined) throw invalidField("assignmentId", "leader_not_in_panel");
    await writePanel(tx, panel, {});
    await tx.assignment.updateMany({ where: { panelId: panel.id }, data: { lead: false } });
    await tx.assignment.update({
      where: { id: seat.id },
      data: { lead: true },
      select: { id: true },
    });
    return {
      data: { assignmentId: seat.id },
      event: childEvent(
        project,
        { type: "panel", id: panel.id },
        { params: { seat: seat.seat, expert: seat.expertName } },
      ),
    };
  },
});
