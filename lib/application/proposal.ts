import { z } from "zod";
import { documentsInput } from "@/lib/documents/schema";
import { field } from "@/lib/kernel/field";
import { daySchema, tranchePlan, undertakingPlan, yuanSchema } from "@/lib/project/plan";

const line = (max: number) => z.string().trim().min(1).max(max);
const optionalLine = (max: number) => z.string().trim().max(max).optional();
const longText = (max: number, lines: number) => field(line(max), { kind: "longText", lines });
const code = (list: string) => field(line(20), { kind: "select", options: list });
const money = field(yuanSchema, { kind: "money" });

/** Answers of the self-check on rights, ethics and safety (domain.md §5.9, D08). */
export const selfCheckAnswers = ["yes", "no", "na"] as const;

const answer = field(z.enum(selfCheckAnswers), { kind: "radio" });

export const partnerLine = z.strictObject({
  name: line(200),
  nameEn: optionalLine(200),
  countryCode: code("country"),
  type: code("partner_type"),
});

/** What a member does in the team. */
export const memberParts = ["key", "member", "finance", "foreign_expert"] as const;

export const memberLine = z.strictObject({
  name: line(60),
  part: z.enum(memberParts),
  title: optionalLine(60),
  tasks: field(optionalLine(300), { kind: "text" }),
});

export const budgetLine = z.strictObject({
  source: code("fund_source"),
  head: code("expense"),
  amount: money,
});

/** A complete proposal (domain.md §5.9, D01–D08): what a submitted version holds. */
export const proposalContent = z.strictObject({
  title: field(line(120), { width: "full" }),
  titleEn: field(optionalLine(300), { kind: "text", width: "full" }),
  countryCode: code("country"),
  industryCode: code("industry"),
  secondaryIndustryCode: field(z.string().max(20).nullish(), {
    kind: "select",
    options: "industry",
  }),
  cooperationMode: code("cooperation_mode"),
  partners: z.array(partnerLine).min(1).max(10),
  investigator: z.strictObject({ name: line(60), title: line(60) }),
  members: z.array(memberLine).max(50),
  summary: longText(1000, 4),
  background: longText(5000, 8),
  startsOn: daySchema,
  endsOn: daySchema,
  grantRequested: money,
  ownFunds: money,
  budget: z.array(budgetLine).min(1).max(80),
  // What a tranche waits for is the contract's business, not the applicant's.
  undertaking: undertakingPlan.extend({
    tranches: z.array(tranchePlan.omit({ gate: true, retention: true })).max(20),
  }),
  selfCheck: z.strictObject({
    humanGenetic: answer,
    ethicsReview: answer,
    dataExport: answer,
    exportControl: answer,
  }),
  selfCheckNote: field(optionalLine(1000), { kind: "longText", lines: 3 }),
  avoidExperts: field(z.array(z.uuid()).max(3), { kind: "multiSelect", options: "experts" }),
  pledge: z.strictObject({ signed: z.boolean(), signedName: line(60) }),
  documents: field(documentsInput, { kind: "files" }),
});

export type ProposalContent = z.output<typeof proposalContent>;

const text = (max: number) => z.string().max(max).nullish();
const rows = <S extends z.ZodRawShape>(shape: S, max: number) =>
  z.array(z.strictObject(shape)).max(max).nullish();
const figure = z.number().min(0).max(10_000).nullish();

/**
 * What an autosave accepts: the same fields, none of them needed and none of them checked for sense,
 * so that half a sentence is kept; only names and sizes are bound.
 */
export const proposalDraft = z.strictObject({
  title: text(120),
  titleEn: text(300),
  countryCode: text(20),
  industryCode: text(20),
  secondaryIndustryCode: text(20),
  cooperationMode: text(20),
  partners: rows({ name: text(200), nameEn: text(200), countryCode: text(20), type: text(20) }, 10),
  investigator: z.strictObject({ name: text(60), title: text(60) }).nullish(),
  members: rows({ name: text(60), part: text(20), title: text(60), tasks: text(300) }, 50),
  summary: text(1000),
  background: text(5000),
  startsOn: text(20),
  endsOn: text(20),
  grantRequested: text(30),
  ownFunds: text(30),
  budget: rows({ source: text(20), head: text(20), amount: text(30) }, 80),
  undertaking: z
    .strictObject({
      technologies: rows(
        {
          name: text(200),
          weight: figure,
          main: z.boolean().nullish(),
          trlScaleId: text(40),
          trlStart: figure,
          pointsTotal: figure,
          importBy: text(20),
          digestBy: text(20),
          absorbBy: text(20),
          reinnovateBy: text(20),
          importCost: text(30),
          digestCost: text(30),
          absorbCost: text(30),
          reinnovateCost: text(30),
        },
        30,
      ),
      targets: rows({ indicatorCode: text(20), value: text(60), core: z.boolean().nullish() }, 60),
      milestones: rows({ name: text(200), plannedOn: text(20) }, 60),
      tranches: rows({ condition: text(200), amount: text(30), plannedOn: text(20) }, 20),
    })
    .nullish(),
  selfCheck: z
    .strictObject({
      humanGenetic: text(10),
      ethicsReview: text(10),
      dataExport: text(10),
      exportControl: text(10),
    })
    .nullish(),
  selfCheckNote: text(1000),
  avoidExperts: z.array(z.uuid()).max(3).nullish(),
  pledge: z.strictObject({ signed: z.boolean().nullish(), signedName: text(60) }).nullish(),
  documents: documentsInput.nullish(),
});
