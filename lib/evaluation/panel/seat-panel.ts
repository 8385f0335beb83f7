import { formPanel, openSeatDuties, type PanelPlan } from "@/lib/approval/panel";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import type { ProjectRecord } from "@/lib/project/load";
import { type AcceptanceRow, acceptanceOf } from "../acceptance";
import { type AcceptanceRoute, acceptanceRoutes } from "../schema";
import { findPanel } from "./load";

type Context = Pick<CommandContext, "tx" | "actor" | "now">;

/** The acceptance whose panel is to be formed: 409 where an upper level decides or it has one. */
export async function acceptanceToSeat(
  { tx }: Context,
  project: ProjectRecord,
): Promise<AcceptanceRow & { route: AcceptanceRoute }> {
  const acceptance = await acceptanceOf(tx, project.id);
  if (acceptance.upperLevel) throw conflict("decided_by_upper_level");
  const formed = await findPanel(tx, project.id, acceptance.round);
  if (formed) throw conflict("acceptance_panel_formed");
  const route = acceptanceRoutes.find((each) => each === acceptance.route) ?? "meeting";
  return { ...acceptance, route };
}

/** Seats the experts of this round and opens their votes. Answers the panel's id. */
export async function seatPanel(
  context: Context,
  project: ProjectRecord,
  acceptance: AcceptanceRow & { route: AcceptanceRoute },
  plan: Pick<PanelPlan, "expertIds" | "leaderId" | "draw" | "formedReason">,
): Promise<string> {
  const { round, route } = acceptance;
  const panelId = await formPanel(context, project, {
    purpose: "acceptance",
    round,
    route,
    ...plan,
  });
  await openSeatDuties(context, project, panelId);
  return panelId;
}
