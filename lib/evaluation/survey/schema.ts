import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { yuanSchema } from "@/lib/project/plan";
import { childTarget } from "@/lib/project/target";

const hiddenVersion = rowVersion();
const hiddenId = field(z.uuid(), { kind: "hidden" });
const token = field(z.string().min(1).max(100), { kind: "hidden" });
const comment = field(z.string().trim().max(1000).optional(), {
  kind: "longText",
  lines: 4,
  width: "full",
});

/** Who is asked: the foreign partner, users, the competent authority; applicants as a comparison group. */
export const surveyAudiences = ["partner", "user", "supervisor", "applicant"] as const;
export type SurveyAudience = (typeof surveyAudiences)[number];

export const inviteInput = childTarget.extend({
  audience: field(z.enum(surveyAudiences), { kind: "radio", width: "full" }),
  recipient: field(z.string().trim().min(1).max(120), { width: "full" }),
});

export const revokeInput = childTarget.extend({
  invitationId: hiddenId,
  invitationVersion: hiddenVersion,
});

const grade = field(z.enum(["5", "4", "3", "2", "1"]), { kind: "radio", width: "full" });

/** Three questions, five steps each, and room for a comment. */
export const answerInput = z.strictObject({
  token,
  quality: grade,
  cooperation: grade,
  overall: grade,
  comment,
});

export const wentAhead = ["as_planned", "smaller", "not"] as const;
export const otherFunding = ["none", "own", "bank", "public"] as const;

/** What became of an idea that was not approved: one page, all but the first question voluntary. */
export const answerComparisonInput = z.strictObject({
  token,
  wentAhead: field(z.enum(wentAhead), { kind: "radio", width: "full" }),
  otherFunding: field(z.enum(otherFunding).optional(), { kind: "select", width: "half" }),
  sales: field(yuanSchema.optional(), { kind: "money", width: "third" }),
  jobs: field(z.int().min(0).max(100_000).optional(), { kind: "integer", width: "third" }),
  patents: field(z.int().min(0).max(10_000).optional(), { kind: "integer", width: "third" }),
  comment,
});

/** A kept answer of the three questions; steps as text. */
export const keptAnswer = answerInput.pick({ quality: true, cooperation: true, overall: true });
