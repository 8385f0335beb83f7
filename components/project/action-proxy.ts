import { z } from "zod";
import { recordProxyDecisionInput } from "@/lib/approval/schema";
import { asksSomething } from "@/lib/commands/form-fields";
import type { Command } from "@/lib/kernel/command";
import { field } from "@/lib/kernel/field";

/** The input of a decision entered for the manager, with the decision's own input as a group. */
export function proxySchema(command: Pick<Command, "input">): z.ZodType {
  const kind = asksSomething(command.input) ? "group" : "hidden";
  const { shape } = recordProxyDecisionInput;
  return z.strictObject({
    projectId: shape.projectId,
    command: shape.command,
    minutesNumber: shape.minutesNumber,
    scanFileId: shape.scanFileId,
    input: field(command.input, { kind }),
  });
}
