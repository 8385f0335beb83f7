import { type Actor, holds } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import { unseal } from "@/lib/accounts/sealed";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { satisfactionOfProject } from "./load";
import { surveyStates } from "./states";

export type ShownSurveys = NonNullable<Awaited<ReturnType<typeof surveysOf>>>;

/**
 * The surveys of a project: how many were asked and answered, and the satisfaction with numerator and
 * denominator. Who was asked is shown to the bureau, the manager and the auditor only; nobody is
 * shown a single answer's steps. Null outside the scope and for experts.
 */
export async function surveysOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  const rows = await tx.surveyInvitation.findMany({
    where: { projectId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      kind: true,
      audience: true,
      recipientEnc: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      answeredAt: true,
      version: true,
    },
  });
  const open = surveyStates.includes(project.state);
  const officer = isAllowed(mayAs(actor, project, bureauRoles));
  const official = officer || holds(actor, "manager", "auditor");
  return {
    asked: rows.filter(({ revokedAt }) => revokedAt === null).length,
    answered: rows.filter(({ answeredAt }) => answeredAt !== null).length,
    satisfaction: await satisfactionOfProject(tx, projectId),
    comparison: project.state === "not_approved",
    actions: open && officer ? ["surveys.invite"] : [],
    rows: official
      ? rows.map(({ recipientEnc, ...row }) => {
          const status = statusOf(row, now);
          return {
            ...row,
            status,
            recipient: unseal(recipientEnc),
            actions: open && officer && status === "open" ? ["surveys.revoke"] : [],
          };
        })
      : [],
  };
}

function statusOf(
  row: { answeredAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): "answered" | "revoked" | "expired" | "open" {
  if (row.answeredAt !== null) return "answered";
  if (row.revokedAt !== null) return "revoked";
  return row.expiresAt <= now ? "expired" : "open";
}
