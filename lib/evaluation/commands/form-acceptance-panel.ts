import { bureauRoles } from "@/lib/access/roles";
import { formPanel, openSeatDuties } from "@/lib/approval/panel";
import { conflict } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { acceptanceOf } from "../acceptance";
import { acceptanceRoutes, formAcceptancePanelInput } from "../schema";

/** The bureau names the experts of this round of acceptance; they are not blind (domain.md §1.6). */
export const formAcceptancePanel = defineProjectCommand({
  name: "evaluation.form-acceptance-panel",
  input: formAcceptancePanelInput,
  roles: bureauRoles,
  states: ["acceptance_review"],
  run: async (context, project, input) => {
    const acceptance = await acceptanceOf(context.tx, project.id);
    if (acceptance.upperLevel) throw conflict("decided_by_upper_level");
    const formed = await context.tx.panel.findFirst({
      where: { projectId: project.id, purpose: "acceptance", round: acceptance.round },
      select: { id: true },
    });
    if (formed) throw conflict("acceptance_panel_formed");
    const route = acceptanceRoutes.find((each) => each === acceptance.route) ?? "meeting";
    const panelId = await formPanel(context, project, {
      purpose: "acceptance",
      round: acceptance.round,
      route,
      expertIds: input.expertIds,
    });
    await openSeatDuties(context, project, panelId);
    return {
      data: { panelId },
      event: childEvent(
        project,
        { type: "panel", id: panelId },
        { params: { seats: input.expertIds.length, round: acceptance.round } },
      ),
    };
  },
});
