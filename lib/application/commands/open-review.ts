import { conflict } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { openReviewInput } from "../schema";

/** The recommending unit opens the file: from now on the unit can't take it back (T02). */
export const openReview = defineProjectCommand({
  name: "application.open-review",
  input: openReviewInput,
  roles: ["district_officer"],
  states: ["district_review"],
  rule: (project) => {
    if (project.districtOpenedAt !== null) throw conflict("review_already_opened");
  },
  run: async ({ tx, now }, project) => {
    await tx.project.updateMany({
      where: { id: project.id, state: project.state, districtOpenedAt: null },
      data: { districtOpenedAt: now, updatedAt: now },
    });
    return {
      data: { projectId: project.id, openedAt: now.toISOString() },
      event: childEvent(project, { type: "project", id: project.id }),
    };
  },
});
