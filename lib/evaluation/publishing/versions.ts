import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { ruleDefinition } from "../rule-definition";
import { setRowSelect } from "../scoring/set-row";
import { indicatorKinds } from "../scoring/types";
import {
  administrators,
  consequenceTriggers,
  type IncentiveContent,
  type RuleFamily,
  type ScoringContent,
  type TypedRule,
} from "./schema";

/** One published version, in the shape in which it is typed. Days are `YYYY-MM-DD`. */
export type RuleVersion = TypedRule & VersionHead;

interface VersionHead {
  code: string;
  version: number;
  /** Null for the scoring rules, which have no name of their own. */
  title: { zh: string; en: string } | null;
  /** What a set measures, what a consequence does, which link an incentive rewards. */
  purpose: string | null;
  validFrom: string;
  validTo: string | null;
}

const bilingual = z.object({ zh: z.string(), en: z.string() });
const textsOf = (value: unknown) => bilingual.safeParse(value).data ?? { zh: "", en: "" };
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const loaders: Readonly<Record<RuleFamily, (tx: Tx, code?: string) => Promise<RuleVersion[]>>> = {
  indicators: indicatorSets,
  scoring: scoringRules,
  consequence: consequenceRules,
  incentive: incentiveRules,
};

/** All published versions of a family, or of one rule of it; by code, oldest first. */
export const versionsOf = (tx: Tx, family: RuleFamily, code?: string): Promise<RuleVersion[]> =>
  loaders[family](tx, code);

const byCode = [{ code: "asc" }, { version: "asc" }] as const;
const where = (code: string | undefined) => (code === undefined ? {} : { code });

async function indicatorSets(tx: Tx, code?: string): Promise<RuleVersion[]> {
  const rows = await tx.indicatorSet.findMany({
    where: where(code),
    orderBy: [...byCode],
    select: {
      code: true,
      version: true,
      title: true,
      purpose: true,
      publishedAt: true,
      indicators: { orderBy: { position: "asc" }, select: indicatorSelect },
    },
  });
  return rows.map(({ indicators, publishedAt, ...row }) => {
    const title = textsOf(row.title);
    return {
      family: "indicators",
      code: row.code,
      version: row.version,
      title,
      purpose: row.purpose,
      validFrom: shanghaiDate(publishedAt),
      validTo: null,
      content: { titleZh: title.zh, titleEn: title.en, levels: byLevel(indicators) },
    };
  });
}

const indicatorSelect = {
  ...setRowSelect,
  dimensions: true,
} as const satisfies Prisma.IndicatorSelect;

function byLevel(rows: readonly Prisma.IndicatorGetPayload<{ select: typeof indicatorSelect }>[]) {
  const levels = [...new Set(rows.map(({ level1 }) => level1))];
  return Object.fromEntries(
    levels.map((level) => [
      level,
      rows
        .filter(({ level1 }) => level1 === level)
        .map(({ level1: _, kind, weight, defaultTarget, ...row }) => ({
          ...row,
          kind: indicatorKinds.find((each) => each === kind),
          weight: weight.toString(),
          ...(defaultTarget === null ? {} : { defaultTarget }),
        })),
    ]),
  );
}

async function scoringRules(tx: Tx, code?: string): Promise<RuleVersion[]> {
  const rows = await tx.evaluationRule.findMany({
    where: where(code),
    orderBy: [...byCode],
    select: { code: true, version: true, definition: true, validFrom: true },
  });
  return rows.map(({ definition, validFrom, ...row }) => ({
    ...row,
    family: "scoring",
    title: null,
    purpose: null,
    validFrom: shanghaiDate(validFrom),
    validTo: null,
    content: scoringAsTyped(definition),
  }));
}

function scoringAsTyped(definition: unknown): ScoringContent {
  const { levels, grades, bands, reverse, overAchievement, deductions } =
    ruleDefinition.parse(definition);
  return {
    levels,
    grades,
    bands: bands.map(({ achievement, from, to }) => ({ achievement, from, to })),
    reverse,
    overAchievement,
    deductions: deductions.map((percent) => ({ percent })),
  };
}

async function consequenceRules(tx: Tx, code?: string): Promise<RuleVersion[]> {
  const rows = await tx.consequenceRule.findMany({
    where: where(code),
    orderBy: [...byCode],
    select: {
      code: true,
      version: true,
      title: true,
      basis: true,
      kind: true,
      triggers: true,
      months: true,
      appealDays: true,
      validFrom: true,
      validTo: true,
    },
  });
  return rows.map(({ basis, kind, triggers, months, appealDays, validFrom, validTo, ...row }) => {
    const title = textsOf(row.title);
    const set: readonly unknown[] = Array.isArray(triggers) ? triggers : [];
    return {
      family: "consequence",
      code: row.code,
      version: row.version,
      title,
      purpose: kind,
      validFrom: dayOf(validFrom),
      validTo: validTo && dayOf(validTo),
      content: {
        basis: textsOf(basis).zh,
        basisEn: textsOf(basis).en,
        titleZh: title.zh,
        titleEn: title.en,
        triggers: consequenceTriggers.filter((trigger) => set.includes(trigger)),
        ...(months === null ? {} : { months }),
        ...(appealDays === null ? {} : { appealDays }),
        ...(validTo === null ? {} : { validTo: dayOf(validTo) }),
      },
    };
  });
}

async function incentiveRules(tx: Tx, code?: string): Promise<RuleVersion[]> {
  const rows = await tx.incentiveRule.findMany({
    where: where(code),
    orderBy: [...byCode],
    select: incentiveSelect,
  });
  return rows.map((row) => ({
    family: "incentive",
    code: row.code,
    version: row.version,
    title: textsOf(row.title),
    purpose: row.link,
    validFrom: dayOf(row.validFrom),
    validTo: row.validTo && dayOf(row.validTo),
    content: incentiveAsTyped(row),
  }));
}

const incentiveSelect = {
  code: true,
  version: true,
  title: true,
  link: true,
  administeredBy: true,
  rate: true,
  cap: true,
  budget: true,
  basis: true,
  conditions: true,
  guidance: true,
  validFrom: true,
  validTo: true,
} as const satisfies Prisma.IncentiveRuleSelect;

const inEnglish = z.object({ basisEn: z.string() });

function incentiveAsTyped(
  row: Prisma.IncentiveRuleGetPayload<{ select: typeof incentiveSelect }>,
): IncentiveContent {
  const { rate, cap, budget, validTo } = row;
  const title = textsOf(row.title);
  const guidance = textsOf(row.guidance);
  const basisEn = inEnglish.safeParse(row.conditions).data?.basisEn;
  return {
    basis: row.basis,
    ...(basisEn === undefined ? {} : { basisEn }),
    titleZh: title.zh,
    titleEn: title.en,
    administeredBy: administrators.find((each) => each === row.administeredBy),
    ...(rate === null ? {} : { ratePercent: rate.mul(100).toString() }),
    ...(cap === null ? {} : { cap: cap.toFixed(2) }),
    ...(budget === null ? {} : { budget: budget.toFixed(2) }),
    guidanceZh: guidance.zh,
    guidanceEn: guidance.en,
    ...(validTo === null ? {} : { validTo: dayOf(validTo) }),
  };
}
