import { defineProjectCommand } from "@/lib/project/command";
import { saveReviewInput } from "../schema";
import { writeSeat } from "../seats";
import { ownOpenSeat } from "../sheets";

/** Keeps the expert's unfinished sheet; bounds are checked when it is submitted. */
export const saveReview = defineProjectCommand({
  name: "approval.save-review",
  input: saveReviewInput,
  roles: ["expert"],
  states: ["expert_review"],
  keepsOwnVersions: true,
  run: async (context, project, input) => {
    const seat = await ownOpenSeat(context, project.id, input);
    await writeSeat(context.tx, seat, { scores: input.scores, comment: input.comment });
    return { data: { assignmentId: seat.id, version: seat.version + 1 }, event: null };
  },
});
