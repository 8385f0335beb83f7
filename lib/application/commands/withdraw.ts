import { linkFiles } from "@/lib/documents/link";
import { conflict } from "@/lib/kernel/errors";
import { defineTransition } from "@/lib/project/command";
import { cancelDuties, settleDuties } from "@/lib/project/duties";
import { consentDuty, mayWithdraw } from "../consent";
import { withdrawInput } from "../schema";

/**
 * T19: the unit withdraws from draft or returned; elsewhere whoever holds the papers consents to its
 * request; the system closes a return whose limit has passed.
 */
export const withdraw = defineTransition({
  name: "application.withdraw",
  transition: "T19",
  input: withdrawInput,
  allow: mayWithdraw,
  rule: (project, _input, now, actor) => {
    const overdue = project.dueAt !== null && project.dueAt < now;
    if (actor.kind === "system" && !overdue) throw conflict("return_limit_still_open");
  },
  run: async (context, project, { reason, documents }) => {
    const { tx, now } = context;
    await settleDuties(tx, { projectId: project.id, kind: consentDuty }, context);
    await cancelDuties(tx, { projectId: project.id, kind: { not: `state.${project.state}` } }, now);
    const fileHashes = await linkFiles(
      context,
      project,
      { type: "project", id: project.id },
      documents ?? [],
    );
    return {
      reason,
      fileHashes,
      params: { consented: project.consentPending === "withdrawal" },
    };
  },
});
