import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate, startOfShanghaiDay } from "@/lib/kernel/working-days";
import { linesOf } from "./check-indicators";
import { definitionOf } from "./definition";
import { toJson } from "./save-draft";
import type { ConsequenceContent, IncentiveContent, IndicatorsContent, TypedRule } from "./schema";
import type { RuleVersion } from "./versions";

interface Next {
  code: string;
  version: number;
}

/** Writes what was typed, and checked, as the next version of its rule; the earlier ones stay. */
export async function writeVersion(
  tx: Tx,
  typed: TypedRule,
  { base, next, now }: { base: RuleVersion; next: Next; now: Date },
): Promise<void> {
  const day = typed.content.validFrom ?? shanghaiDate(now);
  switch (typed.family) {
    case "scoring":
      await tx.evaluationRule.create({
        data: {
          id: newId(),
          ...next,
          definition: toJson(definitionOf(typed.content, next)),
          validFrom: instantOf(day, now),
        },
        select: { id: true },
      });
      return;
    case "indicators":
      return writeSet(tx, typed.content, { next, base, publishedAt: instantOf(day, now) });
    case "consequence":
      return writeConsequence(tx, typed.content, { next, base, day });
    case "incentive":
      return writeIncentive(tx, typed.content, { next, base, day });
  }
}

/** The day's beginning, or now where it has begun: nothing counts before it was published. */
function instantOf(day: string, now: Date): Date {
  const start = startOfShanghaiDay(day);
  return start > now ? start : now;
}

async function writeSet(
  tx: Tx,
  content: IndicatorsContent,
  { next, base, publishedAt }: { next: Next; base: RuleVersion; publishedAt: Date },
): Promise<void> {
  const { id } = await tx.indicatorSet.create({
    data: {
      id: newId(),
      ...next,
      purpose: base.purpose ?? "project",
      title: { zh: content.titleZh ?? "", en: content.titleEn ?? "" },
      publishedAt,
    },
    select: { id: true },
  });
  await tx.indicator.createMany({
    data: linesOf(content).map((line, at) => ({
      id: newId(),
      indicatorSetId: id,
      position: at + 1,
      code: line.code ?? "",
      level1: line.level1,
      level2: line.level2 ?? "",
      zh: line.zh ?? "",
      en: line.en ?? "",
      kind: line.kind ?? "",
      unit: line.unit ?? "",
      direction: directionOf(line.kind),
      weight: line.weight ?? "0",
      defaultTarget: line.defaultTarget ?? null,
      dimensions: line.dimensions ?? [],
    })),
  });
}

function directionOf(kind: string | undefined): string {
  if (kind === "at_most") return "lower";
  return kind === "equal" ? "equal" : "higher";
}

interface OnDay {
  next: Next;
  base: RuleVersion;
  day: string;
}

const dateOf = (day: string | undefined): Date | null => (day ? new Date(day) : null);

async function writeConsequence(
  tx: Tx,
  content: ConsequenceContent,
  { next, base, day }: OnDay,
): Promise<void> {
  await tx.consequenceRule.create({
    data: {
      id: newId(),
      ...next,
      kind: base.purpose ?? "",
      title: { zh: content.titleZh ?? "", en: content.titleEn ?? "" },
      basis: { zh: content.basis ?? "", en: content.basisEn || (content.basis ?? "") },
      triggers: content.triggers ?? [],
      months: content.months ?? null,
      appealDays: content.appealDays ?? null,
      validFrom: new Date(day),
      validTo: dateOf(content.validTo),
    },
    select: { id: true },
  });
}

/** Conditions that are not typed go on from the version before. */
async function writeIncentive(
  tx: Tx,
  content: IncentiveContent,
  { next, base, day }: OnDay,
): Promise<void> {
  const before = await tx.incentiveRule.findUniqueOrThrow({
    where: { code_version: { code: base.code, version: base.version } },
    select: { conditions: true },
  });
  const conditions = typeof before.conditions === "object" ? before.conditions : {};
  const { ratePercent } = content;
  await tx.incentiveRule.create({
    data: {
      id: newId(),
      ...next,
      link: base.purpose ?? "",
      title: { zh: content.titleZh ?? "", en: content.titleEn ?? "" },
      administeredBy: content.administeredBy ?? "",
      rate: ratePercent === undefined ? null : Number(ratePercent) / 100,
      cap: content.cap ?? null,
      budget: content.budget ?? null,
      conditions: toJson({ ...conditions, basisEn: content.basisEn || undefined }),
      basis: content.basis ?? "",
      guidance: { zh: content.guidanceZh ?? "", en: content.guidanceEn ?? "" },
      validFrom: new Date(day),
      validTo: dateOf(content.validTo),
    },
    select: { id: true },
  });
}
