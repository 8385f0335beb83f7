import { bureauRoles } from "@/lib/access/roles";
import { conflict, expectOne, notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { revokeInput } from "../schema";
import { surveyStates } from "../states";

/** Takes a link back that was not answered, e.g. one sent to the wrong person. */
export const revoke = defineProjectCommand({
  name: "surveys.revoke",
  input: revokeInput,
  roles: bureauRoles,
  states: surveyStates,
  run: async ({ tx, now }, project, input) => {
    const row = await tx.surveyInvitation.findFirst({
      where: { id: input.invitationId, projectId: project.id },
      select: { id: true, audience: true, answeredAt: true, revokedAt: true, version: true },
    });
    if (row === null) throw notFound();
    if (row.version !== input.invitationVersion) throw conflict("version_conflict");
    if (row.answeredAt !== null || row.revokedAt !== null) throw conflict("survey_closed");
    expectOne(
      await tx.surveyInvitation.updateMany({
        where: { id: row.id, version: row.version, answeredAt: null, revokedAt: null },
        data: { revokedAt: now, version: row.version + 1 },
      }),
    );
    return {
      data: { invitationId: row.id },
      event: childEvent(
        project,
        { type: "survey_invitation", id: row.id },
        { params: { audience: row.audience }, audience: "officials" },
      ),
    };
  },
});
