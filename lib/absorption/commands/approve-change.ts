import { childEvent } from "@/lib/project/command";
import { applyChange } from "../apply-change";
import { agreedChange, closeChange } from "../close-change";
import { handOver } from "../desk";
import { findChange } from "../load-child";
import { approveChangeInput } from "../schema";
import { defineStep } from "../step";

/** The bureau approves a change; what it says takes effect now. Not by whoever asked for it or spoke on it. */
export const approveChange = defineStep({
  name: "absorption.approve-change",
  input: approveChangeInput,
  find: findChange,
  run: async (context, project, change, input) => {
    await closeChange(context, project, change, "approved", input.reason ?? null);
    await applyChange(context, project, agreedChange(change));
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
