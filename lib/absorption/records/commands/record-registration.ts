import { personOf } from "@/lib/access/actor";
import { invalidField } from "@/lib/kernel/errors";
import { defineProjectCommand, guardedBy } from "@/lib/project/command";
import { storedDay } from "../../dates";
import { stepRow } from "../../steps";
import { anew, keepRecord } from "../keep";
import { requireInsideTerm } from "../rules";
import { recordRegistrationInput } from "../schema";

const step = stepRow("absorption.record-registration");

/** Records the registration of an import contract or a technology contract, by its number and day. */
export const recordRegistration = defineProjectCommand({
  name: "absorption.record-registration",
  input: recordRegistrationInput,
  roles: step.roles,
  states: step.states,
  rule: (project, input, now) =>
    requireInsideTerm(project, input.registeredOn, "registeredOn", now),
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    const { recordId, fileId, kind, number } = input;
    const known = await tx.contractRegistration.findUnique({
      where: { kind_number: { kind, number } },
      select: { id: true },
    });
    if (known !== null && known.id !== recordId) {
      throw invalidField("number", "registration_known_already");
    }
    const data = {
      kind,
      number,
      title: input.title,
      amount: input.amount,
      originalAmount: input.amount,
      registeredOn: storedDay(input.registeredOn),
      fileId: fileId ?? null,
      recordedById: personOf(actor),
    };
    return keepRecord(
      context,
      project,
      { type: "registration", recordId, fileId, name: number },
      {
        create: (id) =>
          tx.contractRegistration.create({
            data: { id, ...guardedBy(project), ...data, createdAt: now },
            select: { id: true },
          }),
        correct: (id) =>
          tx.contractRegistration.updateMany({
            where: { id, projectId: project.id, review: "returned" },
            data: { ...data, ...anew },
          }),
      },
    );
  },
});
