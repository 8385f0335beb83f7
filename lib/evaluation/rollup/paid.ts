import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { sumYuan } from "@/lib/kernel/money";
import { startOfShanghaiDay } from "@/lib/kernel/working-days";
import { membersOf } from "./facts";

/** What one project drew from the item in the year, in yuan. */
export interface Drawn {
  projectId: string;
  number: string | null;
  title: string;
  titleEn: string | null;
  unitName: string;
  /** Tranches planned in the year. */
  planned: string;
  /** Grants issued in the year, whether or not they have arrived. */
  issued: string;
  received: string;
}

const projectSelect = {
  id: true,
  number: true,
  title: true,
  titleEn: true,
  unitName: true,
} as const;

/** The grants of the item's projects in a year (until a day, both in Shanghai), project by project. */
export async function drawnIn(
  tx: Tx,
  budgetItemId: string,
  year: number,
  until?: Date,
): Promise<Drawn[]> {
  const project = membersOf(budgetItemId);
  const from = startOfShanghaiDay(`${year}-01-01`);
  const end = until ?? startOfShanghaiDay(`${year + 1}-01-01`);
  const payments = await tx.payment.findMany({
    where: { project, purpose: "grant", issuedAt: { gte: from, lt: end } },
    orderBy: { issuedAt: "asc" },
    select: { amount: true, status: true, receivedAt: true, project: { select: projectSelect } },
  });
  const tranches = await tx.tranche.findMany({
    where: {
      project,
      plannedOn: {
        gte: new Date(`${year}-01-01T00:00:00Z`),
        lte: new Date(`${year}-12-31T00:00:00Z`),
      },
    },
    orderBy: { plannedOn: "asc" },
    select: { amount: true, project: { select: projectSelect } },
  });
  const projects = new Map([...payments, ...tranches].map((row) => [row.project.id, row.project]));
  return [...projects.values()].map(({ id, ...row }) => {
    const own = payments.filter((payment) => payment.project.id === id);
    const arrived = own.filter(({ receivedAt }) => receivedAt !== null && receivedAt < end);
    return {
      projectId: id,
      ...row,
      planned: sum(tranches.filter((tranche) => tranche.project.id === id)),
      issued: sum(own.filter(({ status }) => status !== "held")),
      received: sum(arrived),
    };
  });
}

const sum = (rows: readonly { amount: Prisma.Decimal }[]): string =>
  sumYuan(rows.map(({ amount }) => amount.toFixed(2)));

/** Annual reports of the item's projects that fell due in the year, and how many came in time. */
export async function reportsIn(tx: Tx, budgetItemId: string, year: number) {
  const rows = await tx.periodicReport.findMany({
    where: {
      project: membersOf(budgetItemId),
      kind: "annual",
      dueAt: {
        gte: startOfShanghaiDay(`${year}-01-01`),
        lt: startOfShanghaiDay(`${year + 1}-01-01`),
      },
    },
    orderBy: { dueAt: "asc" },
    select: { projectId: true, dueAt: true, submittedAt: true },
  });
  return rows.map(({ projectId, dueAt, submittedAt }) => ({
    projectId,
    inTime: submittedAt !== null && submittedAt <= dueAt,
  }));
}
