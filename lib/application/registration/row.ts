import { z } from "zod";
import { field } from "@/lib/kernel/field";
import { daySchema, undertakingPlan, yuanSchema } from "@/lib/project/plan";

const line = (max: number) => z.string().trim().min(1).max(max);
const optionalLine = (max: number) => z.string().trim().max(max).optional();
const code = (list: string) => field(line(20), { kind: "select", options: list });
const optionalCode = (list: string) =>
  field(z.string().max(40).nullish(), { kind: "select", options: list });
const money = field(yuanSchema.optional(), { kind: "money" });

/** The most projects of one batch: it is confirmed in one transaction, all or nothing. */
export const registrationLimit = 500;

/** Where a registered project may stand: from running to archived (domain.md §1.4, T00). */
export const registrableStates = [
  "active",
  "suspended",
  "acceptance_filing",
  "acceptance_review",
  "rectification",
  "evaluation",
  "tracking",
  "archived",
] as const;

export type RegistrableState = (typeof registrableStates)[number];

/** Columns of the grant by level, with the code of the source of money that each stands for. */
export const grantSources = {
  grantCentral: "central",
  grantProvince: "province",
  grantCity: "city",
  grantDistrict: "district",
} as const;

/** All money columns with their source. */
export const moneySources = {
  ...grantSources,
  ownFunds: "own",
  foreignFunds: "foreign_cash",
  loanFunds: "loan",
  otherFunds: "other",
} as const;

/**
 * A project approved elsewhere or before Kehe, as one line of a register. Money is yuan; what a line
 * says against a code list or another line is told by `registrationProblems`.
 */
export const registrationRow = z.strictObject({
  title: field(line(120), { width: "full" }),
  titleEn: optionalLine(300),
  number: optionalLine(40),
  upperDocumentNumber: optionalLine(80),
  programmeLevel: code("programme_level"),
  year: z.int().min(2000).max(2100),
  state: field(z.enum(registrableStates), { kind: "select" }),
  stateSince: daySchema.nullish(),
  uscc: line(40),
  unitName: line(120),
  unitType: code("unit_type"),
  districtId: field(line(20), { kind: "select", options: "districts" }),
  countryCode: code("country"),
  industryCode: code("industry"),
  secondaryIndustryCode: optionalCode("industry"),
  cooperationMode: code("cooperation_mode"),
  partnerName: line(200),
  partnerNameEn: optionalLine(200),
  partnerType: optionalCode("partner_type"),
  investigatorName: line(60),
  summary: field(z.string().trim().max(1000).optional(), { kind: "longText", lines: 3 }),
  startsOn: daySchema,
  endsOn: daySchema,
  grantCentral: money,
  grantProvince: money,
  grantCity: money,
  grantDistrict: money,
  ownFunds: money,
  foreignFunds: money,
  loanFunds: money,
  otherFunds: money,
  spent: money,
  acceptanceResult: optionalCode("acceptance_result"),
  acceptedOn: daySchema.nullish(),
  certificateNumber: optionalLine(60),
  score: z
    .string()
    .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/)
    .nullish(),
  undertaking: undertakingPlan,
});

export type RegistrationRow = z.output<typeof registrationRow>;
