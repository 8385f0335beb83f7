import { isToken, tokenHash } from "@/lib/accounts/tokens";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { type Satisfaction, satisfactionOf } from "./rules";
import { keptAnswer } from "./schema";

const invitationSelect = {
  id: true,
  kind: true,
  audience: true,
  projectId: true,
  unitId: true,
  districtId: true,
  expiresAt: true,
  revokedAt: true,
  answeredAt: true,
  project: { select: { title: true, titleEn: true, unitName: true } },
} as const satisfies Prisma.SurveyInvitationSelect;

export type OpenInvitation = Prisma.SurveyInvitationGetPayload<{ select: typeof invitationSelect }>;

/** The invitation of a link while it can be answered; null when unknown, answered, revoked or expired. */
export async function openInvitation(
  tx: Tx,
  token: string,
  now: Date,
  kind?: "satisfaction" | "comparison",
): Promise<OpenInvitation | null> {
  if (!isToken(token)) return null;
  const row = await tx.surveyInvitation.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: invitationSelect,
  });
  const usable =
    row !== null && row.answeredAt === null && row.revokedAt === null && row.expiresAt > now;
  if (!usable || (kind !== undefined && row.kind !== kind)) return null;
  return row;
}

/** Keeps an answer once; a second one through the same link is a 409. */
export async function keepAnswers(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  invitation: OpenInvitation,
  answers: Prisma.InputJsonObject,
): Promise<void> {
  expectOne(
    await tx.surveyInvitation.updateMany({
      where: { id: invitation.id, answeredAt: null, revokedAt: null },
      data: { answers, answeredAt: now, version: { increment: 1 } },
    }),
  );
}

/** What an answered survey leaves in the chain: that it was answered, not what or by whom. */
export const answerEvent = ({ id, projectId, unitId, districtId, audience }: OpenInvitation) => ({
  projectId,
  unitId,
  districtId,
  subject: { type: "survey_invitation", id },
  params: { audience },
  audience: "officials" as const,
});

/** The project's satisfaction by indicator, from all answers through its links. */
export async function satisfactionOfProject(
  tx: Tx,
  projectId: string,
): Promise<{ M1: Satisfaction; M2: Satisfaction }> {
  const rows = await tx.surveyInvitation.findMany({
    where: { projectId, kind: "satisfaction", answeredAt: { not: null } },
    select: { audience: true, answers: true },
  });
  const answers = rows.flatMap(({ audience, answers: told }) => {
    const kept = keptAnswer.loose().safeParse(told);
    if (!kept.success) return [];
    const { quality, cooperation, overall } = kept.data;
    return [{ audience, steps: [quality, cooperation, overall].map(Number) }];
  });
  return { M1: satisfactionOf(answers, "M1"), M2: satisfactionOf(answers, "M2") };
}
