import { bureauRoles } from "@/lib/access/roles";
import { invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { formAcceptancePanelInput } from "../panel/schema";
import { acceptanceToSeat, seatPanel } from "../panel/seat-panel";

/**
 * The bureau chooses the experts of this round by hand and says why they are not drawn; they are not
 * blind (domain.md §1.6). The first leads where nobody is named.
 */
export const formAcceptancePanel = defineProjectCommand({
  name: "evaluation.form-acceptance-panel",
  input: formAcceptancePanelInput,
  roles: bureauRoles,
  states: ["acceptance_review"],
  rule: (_project, { expertIds, leaderId }) => {
    if (leaderId !== undefined && !expertIds.includes(leaderId)) {
      throw invalidField("leaderId", "leader_not_in_panel");
    }
  },
  run: async (context, project, { expertIds, leaderId, reason }) => {
    const acceptance = await acceptanceToSeat(context, project);
    const panelId = await seatPanel(context, project, acceptance, {
      expertIds,
      leaderId: leaderId ?? expertIds[0],
      formedReason: reason,
    });
    return {
      data: { panelId },
      event: childEvent(
        project,
        { type: "panel", id: panelId },
        { params: { seats: expertIds.length, round: acceptance.round }, reason },
      ),
    };
  },
});
