import { personOf } from "@/lib/access/actor";
import { invalidField } from "@/lib/kernel/errors";
import { defineProjectCommand, guardedBy } from "@/lib/project/command";
import { assertCodes } from "@/lib/reference/codes-in-force";
import { storedDay } from "../../dates";
import { stepRow } from "../../steps";
import { anew, keepRecord } from "../keep";
import { requireInsideTerm } from "../rules";
import { recordRightInput } from "../schema";

const step = stepRow("absorption.record-right");

/** Records an own right, standard, product or paper that names the project and is dated inside it. */
export const recordRight = defineProjectCommand({
  name: "absorption.record-right",
  input: recordRightInput,
  roles: step.roles,
  states: step.states,
  rule: (project, input, now) => {
    requireInsideTerm(project, input.datedOn, "datedOn", now);
    if (input.status === "granted" && !input.number) throw invalidField("number", "required");
  },
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    await assertCodes(tx, now, [
      { field: "type", list: "ip_type", code: input.type },
      { field: "status", list: "ip_status", code: input.status },
    ]);
    const data = {
      type: input.type,
      status: input.status,
      title: input.title,
      number: input.number ?? null,
      datedOn: storedDay(input.datedOn),
      differenceStatement: input.differenceStatement ?? null,
      fileId: input.fileId ?? null,
      recordedById: personOf(actor),
    };
    const { recordId, fileId, title: name } = input;
    return keepRecord(
      context,
      project,
      { type: "right", recordId, fileId, name },
      {
        create: (id) =>
          tx.ipRight.create({
            data: { id, ...guardedBy(project), ...data, createdAt: now },
            select: { id: true },
          }),
        correct: (id) =>
          tx.ipRight.updateMany({
            where: { id, projectId: project.id, review: "returned" },
            data: { ...data, ...anew },
          }),
      },
    );
  },
});
