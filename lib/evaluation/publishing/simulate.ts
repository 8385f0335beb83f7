import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { frozenEvaluation } from "../frozen";
import { definitionOf } from "./definition";
import { amountUnder, type Scored, setsOff, underRule, underSet } from "./effects";
import type { TypedRule } from "./schema";
import type { RuleVersion } from "./versions";

/** As many of the newest are looked at. */
const atMost = 200;

interface Project {
  id: string;
  number: string | null;
  title: string;
  titleEn: string | null;
}

type Compared<T> = { project: Project; was: T; is: T };

/** What would have come out under the draft: of how many, and each that differs. Nothing is written. */
export type Effects =
  | { kind: "scores"; considered: number; changed: Compared<Scored>[] }
  | { kind: "hits"; considered: number; changed: Compared<boolean>[] }
  | { kind: "amounts"; considered: number; changed: Compared<string | null>[] };

const projectSelect = { id: true, number: true, title: true, titleEn: true } as const;

/**
 * Runs the newest frozen evaluations (or the claims of an incentive) again under what is typed, within
 * the actor's scope. Null for sets that don't measure projects: their forms compute at each reading.
 */
export async function simulate(
  tx: Tx,
  actor: Actor,
  base: RuleVersion,
  typed: TypedRule,
): Promise<Effects | null> {
  switch (typed.family) {
    case "scoring":
      return scores(tx, actor, (frozen) => {
        const named = { code: base.code, version: base.version + 1 };
        if (base.family !== "scoring") return null;
        return underRule(
          frozen,
          definitionOf(typed.content, named),
          definitionOf(base.content, named),
        );
      });
    case "indicators":
      return base.purpose === "project"
        ? scores(tx, actor, (frozen) => underSet(frozen, typed.content), base.code)
        : null;
    case "consequence":
      return base.family === "consequence"
        ? hits(tx, actor, base.content.triggers, typed.content.triggers)
        : null;
    case "incentive":
      return base.family === "incentive" ? amounts(tx, actor, base, typed.content) : null;
  }
}

type Frozen = Parameters<typeof underRule>[0];

async function scores(
  tx: Tx,
  actor: Actor,
  under: (frozen: Frozen) => Scored | null,
  setCode?: string,
): Promise<Effects> {
  const rows = await tx.evaluation.findMany({
    where: {
      status: "final",
      project: projectScope(actor),
      ...(setCode === undefined ? {} : { indicatorSet: { code: setCode } }),
    },
    orderBy: [{ finalAt: "desc" }, { id: "desc" }],
    take: atMost,
    select: { frozen: true, project: { select: projectSelect } },
  });
  const compared = rows.flatMap(({ frozen, project }): Compared<Scored>[] => {
    const read = frozenEvaluation.safeParse(frozen);
    const is = read.success ? under(read.data) : null;
    if (!read.success || is === null) return [];
    const { total, grade } = read.data.result;
    return [{ project, was: { total, grade }, is }];
  });
  return {
    kind: "scores",
    considered: compared.length,
    changed: compared.filter(({ was, is }) => was.total !== is.total || was.grade !== is.grade),
  };
}

async function hits(
  tx: Tx,
  actor: Actor,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): Promise<Effects> {
  const rows = await tx.evaluation.findMany({
    where: { status: "final", project: projectScope(actor) },
    orderBy: [{ finalAt: "desc" }, { id: "desc" }],
    take: atMost,
    select: { grade: true, project: { select: { ...projectSelect, ...happenedSelect } } },
  });
  const compared = rows.map(({ grade, project: { acceptanceResult, ...project } }) => {
    const happened = [`grade:${grade}`, `result:${acceptanceResult}`];
    return { project, was: setsOff(before, happened), is: setsOff(after, happened) };
  });
  return {
    kind: "hits",
    considered: compared.length,
    changed: compared.filter(({ was, is }) => was !== is),
  };
}

const happenedSelect = { acceptanceResult: true } as const;

async function amounts(
  tx: Tx,
  actor: Actor,
  base: RuleVersion,
  content: Extract<TypedRule, { family: "incentive" }>["content"],
): Promise<Effects> {
  const rows = await tx.incentiveClaim.findMany({
    where: {
      ruleCode: base.code,
      status: { notIn: ["refused", "withdrawn"] },
      project: projectScope(actor),
    },
    orderBy: [{ claimedAt: "desc" }, { id: "desc" }],
    take: atMost,
    select: { amount: true, baseCost: true, project: { select: projectSelect } },
  });
  const compared = rows.map(({ amount, baseCost, project }) => ({
    project,
    was: amount.toFixed(2),
    is: amountUnder(content, baseCost.toFixed(2)),
  }));
  return {
    kind: "amounts",
    considered: compared.length,
    changed: compared.filter(({ was, is }) => was !== is),
  };
}
