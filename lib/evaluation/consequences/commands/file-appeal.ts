import { seal } from "@/lib/accounts/sealed";
import { linkFiles } from "@/lib/documents/link";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { numberOf } from "../../rules";
import { consequenceOf } from "../load";
import { appealProblem } from "../rules";
import { fileAppealInput } from "../schema";

/**
 * 申诉: the unit appeals against a consequence within its time limit, by name (domain.md §1.5). The
 * consequence stays in force until the appeal is upheld.
 */
export const fileAppeal = defineProjectCommand({
  name: "consequences.file-appeal",
  input: fileAppealInput,
  roles: ["unit_admin"],
  states: ["evaluation", "tracking", "archived"],
  run: async (context, project, input) => {
    const { tx, now } = context;
    const consequence = await consequenceOf(tx, project.id, input);
    const problem = appealProblem(consequence, now);
    if (problem) throw conflict(problem);
    const id = newId();
    const days = numberOf(await loadNumbers(tx, now), "limit_appeal_handling");
    const dueAt = addWorkingDays(now, days, await loadCalendar(tx));
    await tx.objection.create({
      data: {
        id,
        ...guardedBy(project),
        kind: "appeal",
        filerNameEnc: seal(input.contactName),
        filerPhoneEnc: seal(input.phone),
        filerUnit: project.unitName,
        content: input.content,
        filedAt: now,
        dueAt,
        subjectType: "consequence",
        subjectId: consequence.id,
      },
      select: { id: true },
    });
    const subject = { type: "appeal", id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await openDuty(tx, project, {
      kind: "consequences.handle-appeal",
      subject,
      holderRole: "division_head",
      since: now,
      dueAt,
    });
    return {
      data: { appealId: id },
      event: childEvent(project, subject, { params: { kind: consequence.kind }, fileHashes }),
    };
  },
});
