import { createHash } from "node:crypto";
import { z } from "zod";
import { canonical } from "@/lib/audit/event";
import type { Tx } from "@/lib/db/client";
import { endOfShanghaiDay } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { midTermMarks, reportAnswers } from "./schema";

const dayOrNull = z.string().nullable();

/** What Kehe itself knows at a report's cut-off, so that the unit states only what changed. */
const reportFacts = z.object({
  cutoff: z.string(),
  links: z.array(
    z.object({
      technology: z.string(),
      link: z.string(),
      plannedTo: z.string(),
      actualTo: dayOrNull,
      status: z.string(),
      cost: z.string(),
    }),
  ),
  milestones: z.array(z.object({ name: z.string(), plannedOn: z.string(), doneOn: dayOrNull })),
  received: z.string(),
  spentAmount: z.string(),
});

export type ReportFacts = z.output<typeof reportFacts>;

/** A report's content as stored: drafts have answers only, what was submitted also its facts. */
const storedContent = z.object({
  answers: reportAnswers.partial().optional(),
  facts: reportFacts.optional(),
  /** Of a mid-term check that was made. */
  marks: midTermMarks.optional(),
});

export type ReportContent = z.output<typeof storedContent>;

/** The answers of a report as they are stored, whatever else its command was given. */
export function answersIn(input: z.output<typeof reportAnswers>): z.output<typeof reportAnswers> {
  const { progress, problems, nextSteps, results = "", exchange = "" } = input;
  const spentAmount = input.spentAmount ?? null;
  return { progress, problems, nextSteps, results, exchange, spentAmount };
}

/** Reads stored content; what can't be read counts as empty. */
export function readContent(content: unknown): ReportContent {
  const parsed = storedContent.safeParse(content);
  return parsed.success ? parsed.data : {};
}

/** The hash that a submitted report carries in its event. */
export const contentHash = (content: unknown): string =>
  createHash("sha256").update(canonical(content)).digest("hex");

/** The ledger, the milestones and the money of a project as they stood at a cut-off day. */
export async function factsAt(
  tx: Tx,
  project: { id: string; spentAmount: { toFixed: (places: number) => string } },
  cutoff: string,
): Promise<ReportFacts> {
  const links = await tx.ledgerLink.findMany({
    where: { projectId: project.id, technology: { removedAt: null } },
    orderBy: [{ technology: { position: "asc" } }, { position: "asc" }],
    select: {
      link: true,
      plannedTo: true,
      actualTo: true,
      status: true,
      cost: true,
      technology: { select: { name: true } },
    },
  });
  const milestones = await tx.milestone.findMany({
    where: { projectId: project.id },
    orderBy: [{ plannedOn: "asc" }, { id: "asc" }],
    select: { name: true, plannedOn: true, doneOn: true },
  });
  const received = await tx.payment.aggregate({
    where: {
      projectId: project.id,
      status: "received",
      receivedAt: { lte: endOfShanghaiDay(cutoff) },
    },
    _sum: { amount: true },
  });
  const done = (day: Date | null) => (day !== null && dayText(day) <= cutoff ? dayText(day) : null);
  return {
    cutoff,
    links: links.map((link) => ({
      technology: link.technology.name,
      link: link.link,
      plannedTo: dayText(link.plannedTo),
      actualTo: done(link.actualTo),
      status: link.status === "closed" && done(link.actualTo) === null ? "open" : link.status,
      cost: link.cost.toFixed(2),
    })),
    milestones: milestones.map(({ name, plannedOn, doneOn }) => ({
      name,
      plannedOn: dayText(plannedOn),
      doneOn: done(doneOn),
    })),
    received: received._sum.amount?.toFixed(2) ?? "0.00",
    spentAmount: project.spentAmount.toFixed(2),
  };
}
