import { childEvent } from "@/lib/project/command";
import { applyChange } from "../apply-change";
import { agreedChange, closeChange } from "../close-change";
import { handOver } from "../desk";
import { findChange } from "../load-child";
import { approveChangeInput } from "../schema";
import { defineStep } from "../step";
import { openSupplement } from "../supplement";

/**
 * The bureau approves a change; what it says takes effect now, a new foreign partner with the last
 * signature under the supplementary agreement. Not by whoever asked for it or spoke on it.
 */
export const approveChange = defineStep({
  name: "absorption.approve-change",
  input: approveChangeInput,
  find: findChange,
  run: async (context, project, change, input) => {
    const agreed = { ...agreedChange(change), reason: change.reason };
    const subject = { type: "change_request", id: change.id };
    const signing =
      agreed.kind === "foreign_partner" && (await openSupplement(context, project, agreed));
    const status = signing ? "signing" : "approved";
    await closeChange(context, project, change, status, input.reason ?? null);
    if (!signing) {
      await applyChange(context, project, agreed);
      await handOver(context, project, subject, null);
    }
    return {
      data: { changeId: change.id, status, version: change.version + 1 },
      event: childEvent(project, subject, {
        params: { kind: change.kind, status },
        reason: input.reason ?? null,
      }),
    };
  },
});
