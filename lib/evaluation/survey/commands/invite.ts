import { bureauRoles } from "@/lib/access/roles";
import { seal } from "@/lib/accounts/sealed";
import { newToken, tokenHash } from "@/lib/accounts/tokens";
import { invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { addDays } from "@/lib/kernel/working-days";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { loadNumbers } from "@/lib/reference/settings";
import { personId } from "../../acceptance";
import { latestEvaluation } from "../../evaluation";
import { numberOf } from "../../rules";
import { fitsState } from "../rules";
import { inviteInput } from "../schema";
import { surveyStates } from "../states";

/**
 * A single-use link for one person who is asked: partner, user or authority of an accepted project,
 * or the applicant of one that was not approved. The bureau sends it, so that the unit does not
 * answer itself; the database keeps only the link's hash and the recipient encrypted.
 */
export const invite = defineProjectCommand({
  name: "surveys.invite",
  input: inviteInput,
  roles: bureauRoles,
  states: surveyStates,
  confidential: true,
  run: async (context, project, input) => {
    const { tx, now } = context;
    if (!fitsState(input.audience, project.state)) {
      throw invalidField("audience", "survey_audience");
    }
    const token = newToken();
    const id = newId();
    const evaluation = await latestEvaluation(tx, project.id);
    const days = numberOf(await loadNumbers(tx, now), "survey_days");
    await tx.surveyInvitation.create({
      data: {
        id,
        ...guardedBy(project),
        evaluationId: evaluation?.id ?? null,
        kind: input.audience === "applicant" ? "comparison" : "satisfaction",
        audience: input.audience,
        recipientEnc: seal(input.recipient),
        tokenHash: tokenHash(token),
        createdById: personId(context),
        createdAt: now,
        expiresAt: addDays(now, days),
      },
      select: { id: true },
    });
    return {
      data: { invitationId: id, surveyToken: token },
      event: childEvent(
        project,
        { type: "survey_invitation", id },
        { params: { audience: input.audience }, audience: "officials" },
      ),
    };
  },
});
