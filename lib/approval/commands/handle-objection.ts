import { bureauRoles } from "@/lib/access/roles";
import { conflict, expectOne, invalidField, notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { openDuty, settleDuties } from "@/lib/project/duties";
import { objectionMove } from "../rules";
import { handleObjectionInput } from "../schema";

/** One step of an objection: admitted or not, investigated, then upheld or dismissed with a finding. */
export const handleObjection = defineProjectCommand({
  name: "approval.handle-objection",
  input: handleObjectionInput,
  roles: bureauRoles,
  states: ["publicity", "decision"],
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    const objection = await tx.objection.findFirst({
      where: { id: input.objectionId, projectId: project.id },
      select: { id: true, status: true, version: true, dueAt: true, finding: true },
    });
    if (objection === null) throw notFound();
    if (objection.version !== input.objectionVersion) {
      throw conflict("version_conflict", { version: objection.version });
    }
    const move = objectionMove(objection.status, input.step);
    if (move === null) throw conflict("objection_step_not_due", { status: objection.status });
    if (move.finding && !input.finding) throw invalidField("finding", "required");
    expectOne(
      await tx.objection.updateMany({
        where: {
          id: objection.id,
          projectId: project.id,
          status: objection.status,
          version: objection.version,
        },
        data: {
          status: move.to,
          finding: input.finding || objection.finding,
          handledById: actor.userId,
          handledByName: actor.name,
          handledAt: now,
          version: objection.version + 1,
        },
      }),
    );
    const subject = { type: "objection", id: objection.id };
    await settleDuties(tx, { kind: "approval.handle-objection", subjectId: objection.id }, context);
    if (move.to === "accepted" || move.to === "investigated") {
      await openDuty(tx, project, {
        kind: "approval.handle-objection",
        subject,
        holderRole: "bureau_officer",
        since: now,
        dueAt: objection.dueAt,
      });
    }
    if (move.to === "upheld" && project.state === "publicity") {
      await openDuty(tx, project, {
        kind: "approval.uphold-objection",
        subject,
        holderRole: "manager",
        since: now,
        dueAt: project.dueAt,
      });
    }
    return {
      data: { objectionId: objection.id, status: move.to, version: objection.version + 1 },
      event: childEvent(project, subject, {
        params: { step: input.step },
        reason: input.finding || null,
        audience: "officials",
      }),
    };
  },
});
