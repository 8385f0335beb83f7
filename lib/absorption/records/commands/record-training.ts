import { personOf } from "@/lib/access/actor";
import { defineProjectCommand, guardedBy } from "@/lib/project/command";
import { storedDay } from "../../dates";
import { stepRow } from "../../steps";
import { anew, keepRecord } from "../keep";
import { requireInsideTerm, retentionDay } from "../rules";
import { recordTrainingInput } from "../schema";

const step = stepRow("absorption.record-training");

/** Records a person trained at home or abroad; a year after the end the unit states whether he stayed. */
export const recordTraining = defineProjectCommand({
  name: "absorption.record-training",
  input: recordTrainingInput,
  roles: step.roles,
  states: step.states,
  rule: (project, input, now) => requireInsideTerm(project, input.endedOn, "endedOn", now),
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    const { recordId, fileId, name } = input;
    const data = {
      name,
      place: input.place,
      topic: input.topic,
      endedOn: storedDay(input.endedOn),
      certified: input.certified,
      fileId: fileId ?? null,
      retentionOn: retentionDay(input.endedOn),
      recordedById: personOf(actor),
    };
    return keepRecord(
      context,
      project,
      { type: "training", recordId, fileId, name },
      {
        create: (id) =>
          tx.trainedPerson.create({
            data: { id, ...guardedBy(project), ...data, createdAt: now },
            select: { id: true },
          }),
        correct: (id) =>
          tx.trainedPerson.updateMany({
            where: { id, projectId: project.id, review: "returned" },
            data: { ...data, ...anew },
          }),
      },
    );
  },
});
