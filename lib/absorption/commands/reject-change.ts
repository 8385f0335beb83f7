import { childEvent } from "@/lib/project/command";
import { closeChange } from "../close-change";
import { handOver } from "../desk";
import { findChange } from "../load-child";
import { rejectChangeInput } from "../schema";
import { defineStep } from "../step";

/** The bureau refuses a change with its reason. */
export const rejectChange = defineStep({
  name: "absorption.reject-change",
  input: rejectChangeInput,
  find: findChange,
  run: async (context, project, change, input) => {
    await closeChange(context, project, change, "rejected", input.reason);
    const subject = { type: "change_request", id: change.id };
    await handOver(context, project, subject, null);
    return {
      data: { changeId: change.id, version: change.version + 1 },
      event: childEvent(project, subject, {
        params: { kind: change.kind },
        reason: input.reason,
      }),
    };
  },
});
