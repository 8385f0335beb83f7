import { activatePanel } from "@/lib/approval/panel";
import { type FieldProblems, invalid } from "@/lib/kernel/errors";
import { defineTransition } from "@/lib/project/command";
import { caseOfficer } from "../case-officer";
import { dropConsentDuty } from "../consent";
import { recordOpinion } from "../opinion";
import { formalChecks, passFormalReviewInput } from "../schema";

/** T09: formal review is passed; the panel formed before gets its seats' duties. */
export const passFormalReview = defineTransition({
  name: "application.pass-formal-review",
  transition: "T09",
  input: passFormalReviewInput,
  rule: (_project, { checklist }) => {
    const problems: FieldProblems = {};
    for (const check of formalChecks) {
      if (checklist[check] !== "yes") problems[`checklist.${check}`] = [{ code: "must_be_yes" }];
    }
    if (Object.keys(problems).length > 0) throw invalid(problems);
  },
  run: async (context, project, { checklist, note }) => {
    await recordOpinion(context, project, {
      kind: "formal_review",
      verdict: "passed",
      text: note ?? "",
      details: { checklist },
    });
    await dropConsentDuty(context, project.id);
    await activatePanel(context, project);
    return { data: caseOfficer(context, project) };
  },
});
