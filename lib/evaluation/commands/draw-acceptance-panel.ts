import { randomBytes } from "node:crypto";
import { bureauRoles } from "@/lib/access/roles";
import { fewestSeats } from "@/lib/approval/rules";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { loadNumbers } from "@/lib/reference/settings";
import { drawPanel, needOf } from "../panel/draw";
import { loadPool } from "../panel/pool";
import { type DrawRecord, poolHashOf } from "../panel/record";
import { drawAcceptancePanelInput } from "../panel/schema";
import { acceptanceToSeat, seatPanel } from "../panel/seat-panel";
import type { AcceptanceRoute } from "../schema";

/**
 * The bureau has the experts of this round drawn from the bank (domain.md §1.6): conflicts left out,
 * the seed made by the server, seed and pool kept with the panel. The first technical expert leads.
 * Refused (409) by name where the pool is too small or without a finance expert.
 */
export const drawAcceptancePanel = defineProjectCommand({
  name: "evaluation.draw-acceptance-panel",
  input: drawAcceptancePanelInput,
  roles: bureauRoles,
  states: ["acceptance_review"],
  run: async (context, project, { seats, wished = [] }) => {
    const { tx, now } = context;
    const acceptance = await acceptanceToSeat(context, project);
    const numbers = await loadNumbers(tx, now);
    requireSeats(acceptance.route, fewestSeats(acceptance.route, numbers), seats);
    const need = needOf(acceptance.route, numbers, seats);
    const { entries: pool, excluded } = await loadPool(context, project, wished);
    const seed = randomBytes(32).toString("hex");
    const draw = drawPanel(pool, need, seed);
    if ("refused" in draw) {
      const { refused, need: needed, available } = draw;
      throw conflict(refused, { need: needed, available });
    }
    const drawn = draw.drawn.map(({ id }) => id);
    const poolHash = poolHashOf(pool);
    const record: DrawRecord = {
      method: "sha256-lots-1",
      seed,
      at: now.toISOString(),
      need,
      wished,
      pool,
      poolHash,
      excluded,
      drawn,
      replacements: [],
    };
    const panelId = await seatPanel(context, project, acceptance, {
      expertIds: drawn,
      leaderId: drawn[0],
      draw: record,
    });
    const { round } = acceptance;
    const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
    return {
      data: { panelId },
      event: childEvent(
        project,
        { type: "panel", id: panelId },
        { params: { seats: drawn.length, round, pool: pool.length, left, seed, poolHash } },
      ),
    };
  },
});

function requireSeats(route: AcceptanceRoute, minimum: number, seats: number | undefined): void {
  if (seats === undefined) return;
  if (seats < minimum) throw invalidField("seats", "panel_too_small", { minimum });
  if (route === "meeting" && seats % 2 === 0) throw invalidField("seats", "panel_not_odd");
}
