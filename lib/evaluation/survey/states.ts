import type { State } from "@/lib/lifecycle/states";

/** Where somebody can be asked: from the acceptance to the follow-up, or after a refusal. */
export const surveyStates: readonly State[] = [
  "acceptance_filing",
  "acceptance_review",
  "rectification",
  "evaluation",
  "tracking",
  "not_approved",
];
