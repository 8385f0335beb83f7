import { bureauRoles } from "@/lib/access/roles";
import { seal } from "@/lib/accounts/sealed";
import { linkFiles } from "@/lib/documents/link";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays, shanghaiDate, startOfShanghaiDay } from "@/lib/kernel/working-days";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { personId } from "../../acceptance";
import { numberOf } from "../../rules";
import { consequenceOf } from "../load";
import { appealProblem } from "../rules";
import { recordPaperAppealInput } from "../schema";

/**
 * 代录: an officer enters an appeal that the unit handed in on paper, with its number and scan. Its day
 * of receipt counts for the time limit; it is filed once a second person confirms it.
 */
export const recordPaperAppeal = defineProjectCommand({
  name: "consequences.record-paper-appeal",
  input: recordPaperAppealInput,
  roles: bureauRoles,
  states: ["evaluation", "tracking", "archived"],
  rule: (_project, { receivedOn }, now) => {
    if (receivedOn > shanghaiDate(now)) throw invalidField("receivedOn", "in_the_future");
  },
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    const consequence = await consequenceOf(tx, project.id, input);
    if (input.receivedOn < shanghaiDate(consequence.validFrom)) {
      throw invalidField("receivedOn", "before_the_decision");
    }
    const filedAt = startOfShanghaiDay(input.receivedOn);
    const problem = appealProblem(consequence, filedAt);
    if (problem) throw conflict(problem);
    const id = newId();
    const days = numberOf(await loadNumbers(tx, now), "limit_appeal_handling");
    const dueAt = addWorkingDays(filedAt, days, await loadCalendar(tx));
    await tx.objection.create({
      data: {
        id,
        ...guardedBy(project),
        kind: "appeal",
        status: "recorded",
        filerNameEnc: seal(input.contactName),
        filerPhoneEnc: seal(input.phone),
        filerUnit: project.unitName,
        content: input.content,
        filedAt,
        dueAt,
        subjectType: "consequence",
        subjectId: consequence.id,
        paperNumber: input.paperNumber,
        recordedById: personId(context),
        recordedByName: actor.name,
      },
      select: { id: true },
    });
    const subject = { type: "appeal", id };
    const scan = [{ fileId: input.scanFileId, documentKind: "D14" }];
    const fileHashes = await linkFiles(context, project, subject, scan);
    await openDuty(tx, project, {
      kind: "consequences.confirm-paper-appeal",
      subject,
      holderRole: project.caseOfficerId === actor.userId ? "division_head" : "bureau_officer",
      exceptUserId: personId(context),
      since: now,
      dueAt,
    });
    return {
      data: { appealId: id },
      event: childEvent(project, subject, {
        params: { kind: consequence.kind, paperNumber: input.paperNumber },
        fileHashes,
      }),
    };
  },
});
