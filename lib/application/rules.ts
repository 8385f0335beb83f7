import { z } from "zod";
import { hasLedger } from "@/lib/absorption/links";
import { type TargetSource, targetProblems } from "@/lib/evaluation/targets";
import { compareYuan, sumYuan } from "@/lib/kernel/money";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { type ProposalContent, proposalContent } from "./proposal";
import { grantSources } from "./registration/row";

/** What a proposal must have before it is submitted; the live checklist shows the same codes. */
export const proposalChecks = [
  "title",
  "classification",
  "partners",
  "team",
  "content",
  "term",
  "budget",
  "technologies",
  "milestones",
  "targets",
  "tranches",
  "self_check",
  "pledge",
  "documents",
] as const;

export type ProposalCheck = (typeof proposalChecks)[number];

/** Papers that belong to an application beside the form (domain.md §5.9); missing ones are pointed out. */
export const advisedDocuments = ["D03", "D04", "D05"] as const;

export interface CheckedItem {
  code: ProposalCheck;
  ok: boolean;
  /** Paths of the fields that stand against it. */
  fields: string[];
}

/** Under which item of the checklist a field falls; parts of the undertaking by their own path. */
export const checkOfField: Readonly<Record<string, ProposalCheck>> = {
  title: "title",
  titleEn: "title",
  countryCode: "classification",
  industryCode: "classification",
  secondaryIndustryCode: "classification",
  cooperationMode: "classification",
  partners: "partners",
  investigator: "team",
  members: "team",
  summary: "content",
  background: "content",
  startsOn: "term",
  endsOn: "term",
  grantRequested: "budget",
  ownFunds: "budget",
  budget: "budget",
  selfCheck: "self_check",
  selfCheckNote: "self_check",
  pledge: "pledge",
  avoidExperts: "documents",
  documents: "documents",
  "undertaking.technologies": "technologies",
  "undertaking.milestones": "milestones",
  "undertaking.targets": "targets",
  "undertaking.tranches": "tranches",
};

type Rule = (content: unknown) => boolean;

/** A rule across fields; what can't be judged yet, since one of them is missing, doesn't hold. */
function across<S extends z.ZodType>(slice: S, holds: (part: z.output<S>) => boolean): Rule {
  return (content) => {
    const part = slice.safeParse(content);
    return part.success && holds(part.data);
  };
}

const { shape } = proposalContent;
const undertaking = z.object({ undertaking: shape.undertaking });
const withMode = undertaking.extend({ cooperationMode: shape.cooperationMode });
const grantCodes: ReadonlySet<string> = new Set(Object.values(grantSources));

const rules: Partial<Record<ProposalCheck, { rule: Rule; field: string }>> = {
  term: {
    rule: across(
      z.object({ startsOn: shape.startsOn, endsOn: shape.endsOn }),
      (part) => part.endsOn > part.startsOn,
    ),
    field: "endsOn",
  },
  budget: {
    rule: across(
      z.object({
        grantRequested: shape.grantRequested,
        ownFunds: shape.ownFunds,
        budget: shape.budget,
      }),
      budgetAgrees,
    ),
    field: "budget",
  },
  technologies: { rule: across(withMode, technologiesAgree), field: "undertaking.technologies" },
  milestones: {
    rule: across(
      withMode,
      (part) => hasLedger(part.cooperationMode) || part.undertaking.milestones.length > 0,
    ),
    field: "undertaking.milestones",
  },
  targets: {
    rule: across(undertaking, ({ undertaking: { targets } }) => {
      const codes = new Set(targets.map((target) => target.indicatorCode));
      return targets.length > 0 && codes.size === targets.length;
    }),
    field: "undertaking.targets",
  },
  tranches: {
    rule: across(
      undertaking.extend({ grantRequested: shape.grantRequested }),
      ({ undertaking: { tranches }, grantRequested }) =>
        tranches.length === 0 ||
        compareYuan(sumYuan(tranches.map((tranche) => tranche.amount)), grantRequested) === 0,
    ),
    field: "undertaking.tranches",
  },
  pledge: {
    rule: across(z.object({ pledge: shape.pledge }), ({ pledge }) => pledge.signed),
    field: "pledge.signed",
  },
};

function budgetAgrees(part: Pick<ProposalContent, "grantRequested" | "ownFunds" | "budget">) {
  const sumOf = (keep: (source: string) => boolean) =>
    sumYuan(part.budget.filter((line) => keep(line.source)).map((line) => line.amount));
  return (
    compareYuan(
      sumOf((source) => grantCodes.has(source)),
      part.grantRequested,
    ) === 0 &&
    compareYuan(
      sumOf((source) => source === "own"),
      part.ownFunds,
    ) === 0
  );
}

/** Ledger modes name at least one technology; weights add to 1; the links end one after the other. */
function technologiesAgree(part: Pick<ProposalContent, "cooperationMode" | "undertaking">) {
  const { technologies } = part.undertaking;
  if (technologies.length === 0) return !hasLedger(part.cooperationMode);
  const total = technologies.reduce((sum, technology) => sum + technology.weight, 0);
  return (
    Math.abs(total - 1) < 0.0001 &&
    technologies.every(
      ({ importBy, digestBy, absorbBy, reinnovateBy }) =>
        importBy <= digestBy && digestBy <= absorbBy && absorbBy <= reinnovateBy,
    )
  );
}

const planned = z.object({ undertaking: z.object({ targets: shape.undertaking.shape.targets }) });

/**
 * The checklist beside the form: each item with the fields that stand against it. `indicators` are
 * those of the call's set, where they are known. Pure.
 */
export function proposalChecklist(
  content: unknown,
  indicators: readonly TargetSource[] = [],
): CheckedItem[] {
  const parsed = proposalContent.safeParse(content);
  const wrong = new Map<ProposalCheck, string[]>();
  const note = (code: ProposalCheck, field: string) =>
    wrong.set(code, [...(wrong.get(code) ?? []), field]);
  for (const issue of parsed.error?.issues ?? []) {
    for (const code of checksOf(issue.path)) note(code, issue.path.map(String).join("."));
  }
  for (const code of proposalChecks) {
    const cross = rules[code];
    if (cross && !cross.rule(content)) note(code, cross.field);
  }
  const targets = planned.safeParse(content);
  if (targets.success && indicators.length > 0) {
    for (const { at, field } of targetProblems(indicators, targets.data.undertaking.targets)) {
      note("targets", `undertaking.targets.${at}.${field}`);
    }
  }
  return proposalChecks.map((code) => ({
    code,
    ok: !wrong.has(code),
    fields: wrong.get(code) ?? [],
  }));
}

/** A path that is no single item's (no object at all) stands against every item below it. */
function checksOf(path: readonly PropertyKey[]): ProposalCheck[] {
  const [first, second] = path.map(String);
  const exact = checkOfField[`${first}.${second}`] ?? (first ? checkOfField[first] : undefined);
  if (exact) return [exact];
  if (first === "undertaking") return ["technologies", "milestones", "targets", "tranches"];
  return [...proposalChecks];
}

/** Codes of what a proposal still lacks; empty when it may be submitted (guard `proposal_complete`). */
export function proposalGaps(content: unknown, indicators: readonly TargetSource[] = []): string[] {
  return proposalChecklist(content, indicators)
    .filter((item) => !item.ok)
    .map((item) => item.code);
}

const documentKinds = z.object({
  documents: z.array(z.object({ documentKind: z.string() })),
});

/** Kinds of advised papers that aren't attached yet. */
export function missingDocuments(content: unknown): string[] {
  const parsed = documentKinds.safeParse(content);
  const attached = new Set(parsed.data?.documents.map((document) => document.documentKind));
  return advisedDocuments.filter((kind) => !attached.has(kind));
}

/**
 * Until when a returned application may be amended: the limit in working days, but not past the
 * returning body's close. A close that has passed already binds the body, not the applicant.
 */
export function amendmentDue(
  now: Date,
  workingDays: number,
  calendar: ReadonlyMap<string, boolean>,
  bodyClosesAt: Date | null,
): Date {
  const limit = addWorkingDays(now, workingDays, calendar);
  if (bodyClosesAt === null || bodyClosesAt <= now) return limit;
  return bodyClosesAt < limit ? bodyClosesAt : limit;
}

/** The number of the n-th project of a year, `KH2026-0001`. */
export const projectNumber = (year: number, n: number): string =>
  `KH${year}-${String(n).padStart(4, "0")}`;
