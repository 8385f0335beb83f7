import { linkFiles } from "@/lib/documents/link";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { requestGivingUpInput } from "../schema";

/** The unit asks to give up its approval; the manager must consent. */
export const requestGivingUp = defineProjectCommand({
  name: "approval.request-giving-up",
  input: requestGivingUpInput,
  roles: ["unit_admin"],
  states: ["decision", "publicity", "contracting"],
  rule: (project, input) => {
    if (project.version !== input.version) {
      throw conflict("version_conflict", { version: project.version });
    }
    if (project.consentPending !== null) throw conflict("already_requested");
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    expectOne(
      await tx.project.updateMany({
        where: { id: project.id, state: project.state, version: project.version },
        data: { consentPending: "giving_up", version: project.version + 1, updatedAt: now },
      }),
    );
    const subject = { type: "project", id: project.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await openDuty(tx, project, {
      kind: "approval.consent-to-giving-up",
      subject,
      holderRole: "manager",
      since: now,
      dueAt: project.dueAt,
    });
    return {
      data: { projectId: project.id, version: project.version + 1 },
      event: childEvent(project, subject, { reason: input.reason, fileHashes }),
    };
  },
});
