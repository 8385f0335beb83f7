import { expectOne, invalidField } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { childEvent } from "@/lib/project/command";
import { storedDay } from "../../dates";
import { defineStep } from "../../step";
import { stateRetentionInput } from "../schema";

/** A year after a training the unit states whether the person is still employed. */
export const stateRetention = defineStep({
  name: "absorption.state-retention",
  input: stateRetentionInput,
  find: async (tx, project, input) => {
    const row = await tx.trainedPerson.findFirst({
      where: { id: input.personId, projectId: project.id },
      select: { id: true, name: true, retentionOn: true, review: true, version: true },
    });
    return row && { ...row, status: row.review };
  },
  rule: (_project, person, input, now) => {
    if (input.asOf > shanghaiDate(now)) throw invalidField("asOf", "in_the_future");
    if (input.asOf < dayText(person.retentionOn)) {
      throw invalidField("asOf", "year_not_over", { from: dayText(person.retentionOn) });
    }
  },
  run: async ({ tx }, project, person, input) => {
    const result = await tx.trainedPerson.updateMany({
      where: { id: person.id, projectId: project.id, version: person.version },
      data: {
        stayed: input.stayed,
        stayedAsOf: storedDay(input.asOf),
        version: { increment: 1 },
      },
    });
    expectOne(result);
    return {
      data: { personId: person.id, version: person.version + 1 },
      event: childEvent(
        project,
        { type: "training", id: person.id },
        { params: { name: person.name, stayed: input.stayed ? "yes" : "no", asOf: input.asOf } },
      ),
    };
  },
});
