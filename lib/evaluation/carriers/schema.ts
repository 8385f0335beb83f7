import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema, yuanSchema } from "@/lib/project/plan";

export const carrierKinds = [
  "transfer_body",
  "platform",
  "base",
  "overseas_institute",
  "incubator",
  "park",
] as const;

export const contributionKinds = ["project_brought", "technology_transferred", "outcome"] as const;
export type ContributionKind = (typeof contributionKinds)[number];

const hiddenId = field(z.uuid(), { kind: "hidden" });
const hiddenVersion = rowVersion();
const line = (max: number) => z.string().trim().min(1).max(max);
const note = (max: number) =>
  field(z.string().trim().max(max).optional(), { kind: "longText", lines: 2, width: "half" });
const year = z.int().min(2000).max(2100);

export const registerCarrierInput = z.strictObject({
  kind: field(z.enum(carrierKinds), { kind: "select" }),
  name: field(line(120), { width: "half" }),
  nameEn: field(z.string().trim().max(200).optional(), { kind: "text", width: "half" }),
  countryCode: field(line(10).optional(), { kind: "select", options: "countries" }),
  districtId: field(line(20).optional(), { kind: "select", options: "districts" }),
  validFrom: daySchema,
  source: field(z.string().trim().max(200).optional(), { kind: "text", width: "full" }),
});

export const recordContributionInput = z.strictObject({
  carrierId: hiddenId,
  kind: field(z.enum(contributionKinds), { kind: "radio" }),
  year,
  title: field(line(200), { width: "full" }),
  projectId: field(z.uuid().optional(), { kind: "select", options: "contributedProjects" }),
  amount: field(yuanSchema.optional(), {
    kind: "money",
    showWhen: { field: "kind", in: ["technology_transferred", "outcome"] },
  }),
});

const contribution = z.strictObject({ contributionId: hiddenId, version: hiddenVersion });
export const confirmContributionInput = contribution;
export const removeContributionInput = contribution.extend({
  reason: field(line(500), { kind: "longText", lines: 3, width: "full" }),
});

const noteLine = z.strictObject({
  code: field(line(20), { kind: "hidden" }),
  reason: note(1000),
  improvement: note(1000),
});

export const saveEvaluationInput = z.strictObject({
  carrierId: hiddenId,
  evaluationVersion: rowVersion(0),
  year: field(year, { kind: "hidden" }),
  lines: field(z.array(noteLine).max(40), { kind: "rows", width: "full" }),
  opinion: field(line(4000), { kind: "longText", lines: 5, width: "full" }),
});

export const confirmEvaluationInput = z.strictObject({
  evaluationId: hiddenId,
  version: hiddenVersion,
});

/** What is written about the lines of an evaluation. */
export const storedNotes = z
  .array(
    z.object({
      code: z.string(),
      reason: z.string().optional(),
      improvement: z.string().optional(),
    }),
  )
  .catch([]);
export type LineNotes = z.output<typeof storedNotes>;
