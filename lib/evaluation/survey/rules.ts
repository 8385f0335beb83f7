import { fraction, toFixed } from "@/lib/kernel/fraction";
import type { SurveyAudience } from "./schema";

/** The indicator that an audience's answers feed (domain.md §3.3): M1 partners, M2 users and authority. */
export const indicatorOf = (audience: string): "M1" | "M2" | null => {
  if (audience === "partner") return "M1";
  return audience === "user" || audience === "supervisor" ? "M2" : null;
};

/** Applicants are asked where the project was not approved, everybody else where it was accepted. */
export const fitsState = (audience: SurveyAudience, state: string): boolean =>
  (audience === "applicant") === (state === "not_approved");

export interface Satisfaction {
  /** Questions answered with 4 or 5. */
  numerator: number;
  /** Questions answered. */
  denominator: number;
  /** Percent with two decimals at most; null without answers. */
  percent: string | null;
}

export interface AnsweredQuestions {
  audience: string;
  steps: readonly number[];
}

/** Satisfaction by indicator: satisfied answers over answers, summed over all who answered. */
export function satisfactionOf(
  answers: readonly AnsweredQuestions[],
  indicator: "M1" | "M2",
): Satisfaction {
  const steps = answers
    .filter(({ audience }) => indicatorOf(audience) === indicator)
    .flatMap((answer) => answer.steps);
  const numerator = steps.filter((step) => step >= 4).length;
  const denominator = steps.length;
  return { numerator, denominator, percent: percentOf(numerator, denominator) };
}

function percentOf(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const text = toFixed(fraction(BigInt(part * 100), BigInt(whole)), 2);
  return text.replace(/\.?0+$/, "") || "0";
}
