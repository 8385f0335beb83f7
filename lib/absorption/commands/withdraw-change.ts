import { childEvent } from "@/lib/project/command";
import { closeChange } from "../close-change";
import { handOver } from "../desk";
import { findChange } from "../load-child";
import { withdrawChangeInput } from "../schema";
import { defineStep } from "../step";
import { dropSupplements } from "../supplement";

/** The unit takes an open request back. */
export const withdrawChange = defineStep({
  name: "absorption.withdraw-change",
  input: withdrawChangeInput,
  find: findChange,
  run: async (context, project, change, input) => {
    await closeChange(context, project, change, "withdrawn", input.reason ?? null);
    await dropSupplements(context.tx, { projectId: project.id, changeRequestId: change.id });
    const subject = { type: "change_request", id: change.id };
    await handOver(context, project, subject, null);
    return {
      data: { changeId: change.id, version: change.version + 1 },
      event: childEvent(project, subject, {
        params: { kind: change.kind },
        reason: input.reason ?? null,
      }),
    };
  },
});
