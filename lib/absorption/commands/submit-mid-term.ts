import { expectOne } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent } from "@/lib/project/command";
import { formVersionOf } from "@/lib/reference/forms";
import { attach } from "../attach";
import { handOver } from "../desk";
import { findMidTerm } from "../load-child";
import { factsAt } from "../report-content";
import { submitMidTermInput } from "../schema";
import { asLoaded, defineStep } from "../step";

const midTermForm = {
  code: "mid_term_check",
  title: { zh: "中期检查自查报告", en: "Mid-term self-report" },
  schema: submitMidTermInput,
};

/** The unit's own report for the mid-term check; the ledger of the day is frozen beside it. */
export const submitMidTerm = defineStep({
  name: "absorption.submit-mid-term",
  input: submitMidTermInput,
  find: findMidTerm,
  run: async (context, project, check, input) => {
    const { tx, now } = context;
    const answers = { progress: input.progress, problems: input.problems ?? "" };
    const content = { answers, facts: await factsAt(tx, project, shanghaiDate(now)) };
    const subject = { type: "mid_term_check", id: check.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    const result = await tx.midTermCheck.updateMany({
      where: asLoaded(project, check),
      data: {
        status: "self_report",
        content,
        formVersionId: await formVersionOf(tx, midTermForm, now),
        version: { increment: 1 },
      },
    });
    expectOne(result);
    await handOver(context, project, subject, {
      kind: "absorption.check_mid_term",
      holderRole: "bureau_officer",
      within: "limit_mid_term_check",
    });
    return {
      data: { checkId: check.id, version: check.version + 1 },
      event: childEvent(project, subject, { fileHashes }),
    };
  },
});
