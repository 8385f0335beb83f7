import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { sumYuan } from "@/lib/kernel/money";
import { wentAhead } from "../survey/schema";

const answers = z.object({
  wentAhead: z.enum(wentAhead),
  sales: z.string().nullable(),
  jobs: z.number().nullable(),
  patents: z.number().nullable(),
});

/** One side of the comparison; money in yuan, sums over those who told the figure. */
export interface Group {
  /** Who answered or reported. */
  count: number;
  sales: string;
  salesFrom: number;
  jobs: number;
  patents: number;
}

/**
 * Applicants that were not approved and answered the voluntary questionnaire, beside the followed
 * projects of their first year. Voluntary answers are few and chosen by themselves: shown with
 * their numbers, never as proof of cause.
 */
export async function comparisonGroups(tx: Tx, actor: Actor) {
  const rows = await tx.surveyInvitation.findMany({
    where: { kind: "comparison", project: projectScope(actor) },
    select: { answers: true },
  });
  const told = rows.flatMap((row) => {
    const parsed = answers.safeParse(row.answers);
    return parsed.success ? [parsed.data] : [];
  });
  return {
    asked: rows.length,
    notApproved: groupOf(told),
    wentAhead: Object.fromEntries(
      wentAhead.map((code) => [code, told.filter((row) => row.wentAhead === code).length]),
    ),
    followed: await followedGroup(tx, actor),
  };
}

function groupOf(told: readonly z.output<typeof answers>[]): Group {
  const sales = told.flatMap((row) => row.sales ?? []);
  return {
    count: told.length,
    sales: sumYuan(sales),
    salesFrom: sales.length,
    jobs: told.reduce((sum, { jobs }) => sum + (jobs ?? 0), 0),
    patents: told.reduce((sum, { patents }) => sum + (patents ?? 0), 0),
  };
}

/** What the districts confirmed of the first year of follow-up. */
async function followedGroup(tx: Tx, actor: Actor): Promise<Group> {
  const where = { kind: "tracking", period: 1, confirmedAt: { not: null } };
  const reports = await tx.periodicReport.findMany({
    where: { ...where, project: projectScope(actor) },
    select: { id: true },
  });
  const sums = await tx.outcome.groupBy({
    by: ["kind"],
    where: {
      reportId: { in: reports.map(({ id }) => id) },
      confirmedAt: { not: null },
      kind: { in: ["sales", "jobs", "patent_granted"] },
    },
    _sum: { amount: true, count: true },
  });
  const of = (kind: string) => sums.find((row) => row.kind === kind)?._sum;
  return {
    count: reports.length,
    sales: of("sales")?.amount?.toFixed(2) ?? "0.00",
    salesFrom: reports.length,
    jobs: of("jobs")?.count ?? 0,
    patents: of("patent_granted")?.count ?? 0,
  };
}
