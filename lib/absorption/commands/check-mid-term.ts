import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../desk";
import { findMidTerm } from "../load-child";
import { readContent } from "../report-content";
import { checkMidTermInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau's marks from 1 to 5 and its result; a failed check can lead to suspension. */
export const checkMidTerm = defineStep({
  name: "absorption.check-mid-term",
  input: checkMidTermInput,
  find: findMidTerm,
  run: async (context, project, check, input) => {
    const { tx, actor, now } = context;
    const { scope, time, cost, absorption, risk, planning } = input;
    const marks = { scope, time, cost, absorption, risk, planning };
    const result = await tx.midTermCheck.updateMany({
      where: asLoaded(project, check),
      data: {
        status: "checked",
        result: input.result,
        opinion: input.opinion,
        content: { ...readContent(check.content), marks },
        checkedById: actor.userId,
        checkedByName: actor.name,
        checkedAt: now,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "mid_term_check", id: check.id };
    await handOver(
      context,
      project,
      subject,
      input.result === "fail"
        ? {
            kind: "absorption.consider_suspension",
            holderRole: "bureau_officer",
            within: "limit_suspension_decision",
          }
        : null,
    );
    return {
      data: { checkId: check.id, version: check.version + 1 },
      event: childEvent(project, subject, {
        params: { result: input.result, ...marks },
        reason: input.opinion,
      }),
    };
  },
});
