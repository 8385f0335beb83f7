import { newToken, tokenHash } from "@/lib/accounts/tokens";
import { newId } from "@/lib/kernel/ids";
import type { Scene, Way } from "./scene";

/** An open invitation on the scene's project, with its token. */
export async function invitation(
  { world, guard }: Scene,
  kind: "satisfaction" | "comparison",
): Promise<{ id: string; token: string }> {
  const [id, token] = [newId(), newToken()];
  await world.owner.surveyInvitation.create({
    data: {
      id,
      ...guard,
      kind,
      audience: kind === "comparison" ? "applicant" : "partner",
      recipientEnc: "s1.x.x.x",
      tokenHash: tokenHash(token),
      createdById: world.id("officer"),
      createdAt: world.now(),
      expiresAt: new Date(world.now().getTime() + 864_000_000),
    },
    select: { id: true },
  });
  return { id, token };
}

/** What each command on surveys needs, and what is sent. */
export const surveyWays: Readonly<Record<string, Way>> = {
  "surveys.invite": async ({ id, state }) => ({
    projectId: id,
    audience: state === "not_approved" ? "applicant" : "partner",
    recipient: "Dr. Levi, partner@example.com",
  }),
  "surveys.revoke": async (scene) => ({
    projectId: scene.id,
    invitationId: (await invitation(scene, "satisfaction")).id,
    invitationVersion: 1,
  }),
};
