import { bureauRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { conflict } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand, type LoadedProject } from "@/lib/project/command";
import { formPanel } from "../panel";
import { formPanelInput } from "../schema";

/** Forms the panel of the first review during formal review, or of a second one during decision. */
export const formReviewPanel = defineProjectCommand({
  name: "approval.form-panel",
  input: formPanelInput,
  roles: bureauRoles,
  states: ["formal_review", "decision"],
  rule: (project) => {
    const waiting =
      project.state === "decision" ? project.facts.nextReviewPanel : project.facts.reviewPanel;
    if (waiting !== null) throw conflict("panel_already_formed");
  },
  run: async (context, project, input) => {
    const round = await nextRound(context.tx, project);
    const panelId = await formPanel(context, project, {
      purpose: "review",
      round,
      route: input.route,
      expertIds: input.expertIds,
      scoreSheetId: await scoreSheetOf(context.tx, project),
    });
    return {
      data: { panelId, round },
      event: childEvent(
        project,
        { type: "panel", id: panelId },
        {
          params: { round, route: input.route, seats: input.expertIds.length },
          audience: "officials",
        },
      ),
    };
  },
});

async function nextRound(tx: Tx, project: LoadedProject): Promise<number> {
  const last = await tx.panel.aggregate({
    where: { projectId: project.id, purpose: "review" },
    _max: { round: true },
  });
  return (last._max.round ?? 0) + 1;
}

/** The sheet frozen with the call. */
async function scoreSheetOf(tx: Tx, project: LoadedProject): Promise<string> {
  if (project.callId === null) throw conflict("score_sheet_missing");
  const call = await tx.call.findUniqueOrThrow({
    where: { id: project.callId },
    select: { scoreSheetId: true },
  });
  return call.scoreSheetId;
}
