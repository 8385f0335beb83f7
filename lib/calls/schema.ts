import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { yuanSchema } from "@/lib/project/plan";

const hiddenId = field(z.uuid(), { kind: "hidden" });
const hiddenVersion = rowVersion();
const instant = field(z.iso.datetime(), { kind: "instant" });
const line = (max: number) => z.string().trim().min(1).max(max);
const choice = (options: string) => field(z.uuid(), { kind: "select", options });

const callFields = {
  code: line(40),
  title: field(line(120), { width: "full" }),
  titleEn: field(z.string().trim().max(300).optional(), { kind: "text", width: "full" }),
  year: z.int().min(2000).max(2100),
  programmeLevel: field(line(20), { kind: "select", options: "programme_level" }),
  opensAt: instant,
  closesAt: instant,
  districtClosesAt: instant,
  budget: field(yuanSchema, { kind: "money" }),
  maxPerUnit: z.int().min(1).max(100),
  publicityDays: z.int().min(5).max(30),
  lightProfile: z.boolean(),
  midTermGate: z.boolean().optional(),
  description: field(z.string().trim().max(5000), { kind: "longText", lines: 6 }),
  formVersionId: choice("formVersions"),
  scoreSheetId: choice("scoreSheets"),
  indicatorSetId: choice("indicatorSets"),
  evaluationRuleId: choice("evaluationRules"),
};

export const createCallInput = z.strictObject(callFields);

const callTarget = z.strictObject({ callId: hiddenId, version: hiddenVersion });

export const updateCallInput = callTarget.extend(callFields);
export const publishCallInput = callTarget;

export const extendForUnitInput = z.strictObject({
  callId: hiddenId,
  unitId: field(z.uuid(), { kind: "select", options: "units" }),
  closesAt: instant,
  reason: field(line(500), { kind: "longText", lines: 3 }),
});

/** `quota` null takes the limit away. */
export const setQuotaInput = z.strictObject({
  callId: hiddenId,
  districtId: field(line(20), { kind: "select", options: "districts" }),
  quota: z.int().min(0).max(1000).nullable(),
});

export type CallFields = z.output<typeof createCallInput>;
