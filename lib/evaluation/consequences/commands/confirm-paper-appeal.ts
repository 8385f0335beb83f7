import { bureauRoles } from "@/lib/access/roles";
import { conflict, expectOne, forbidden, invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { openDuty, settleDuties } from "@/lib/project/duties";
import { personId } from "../../acceptance";
import { appealOf } from "../load";
import { confirmPaperAppealInput } from "../schema";

/**
 * A second person compares the entered appeal with its paper: right, it is filed and must be handled;
 * wrong, it falls away and may be entered again.
 */
export const confirmPaperAppeal = defineProjectCommand({
  name: "consequences.confirm-paper-appeal",
  input: confirmPaperAppealInput,
  roles: bureauRoles,
  states: ["evaluation", "tracking", "archived"],
  rule: (_project, { answer, reason }) => {
    if (answer === "wrong" && !reason) throw invalidField("reason", "required");
  },
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    const appeal = await appealOf(tx, project.id, input);
    if (appeal.status !== "recorded") {
      throw conflict("appeal_step_not_due", { status: appeal.status });
    }
    if (appeal.recordedById === personId(context)) throw forbidden("four_eyes");
    const right = input.answer === "right";
    const reason = input.reason || null;
    expectOne(
      await tx.objection.updateMany({
        where: { id: appeal.id, status: "recorded", version: appeal.version },
        data: {
          status: right ? "filed" : "void",
          confirmedByName: actor.name,
          finding: right ? null : reason,
          version: appeal.version + 1,
        },
      }),
    );
    const subject = { type: "appeal", id: appeal.id };
    await settleDuties(tx, { projectId: project.id, subjectId: appeal.id }, context);
    if (right) {
      await openDuty(tx, project, {
        kind: "consequences.handle-appeal",
        subject,
        holderRole: "division_head",
        since: now,
        dueAt: appeal.dueAt,
      });
    }
    return {
      data: { appealId: appeal.id, status: right ? "filed" : "void" },
      event: childEvent(project, subject, { params: { answer: input.answer }, reason }),
    };
  },
});
