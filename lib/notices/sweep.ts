import { systemActor } from "@/lib/access/actor";
import { commandNamed } from "@/lib/commands/registry";
import { sweepSilence } from "@/lib/evaluation/consequences/silence";
import { now as clockNow } from "@/lib/kernel/clock";
import { Refusal } from "@/lib/kernel/errors";
import { execute } from "@/lib/kernel/execute";
import { query } from "@/lib/kernel/query";
import { sweepWarnings } from "@/lib/warnings/sweep";
import type { Written } from "@/lib/warnings/write";
import { remind } from "./remind";

const batch = 500;

export interface SweepResult {
  reminders: number;
  transitions: number;
  warnings: Written;
  /** Overdue follow-up reports whose silence now has its consequence. */
  silences: number;
}

/**
 * What time alone brings about: the system's own transitions, early warnings, and reminders (each
 * once, by their unique keys). Safe to kill and to repeat: every step is one transaction and finds its own work.
 */
export async function sweep(): Promise<SweepResult> {
  const now = clockNow();
  const transitions = await dueTransitions(now);
  const warnings = await sweepWarnings(now);
  const silences = await sweepSilence(now);
  return { transitions, warnings, silences, reminders: await remind(now) };
}

/** T25 at the contract's end, T19 when a returned application is overdue (domain.md §1.4). */
async function dueTransitions(now: Date): Promise<number> {
  const due = await query(systemActor, (tx) =>
    tx.project.findMany({
      where: { state: { in: ["active", "returned"] }, dueAt: { lt: now } },
      orderBy: { dueAt: "asc" },
      take: batch,
      select: { id: true, state: true, version: true },
    }),
  );
  let done = 0;
  for (const { id, state, version } of due) {
    const name = state === "active" ? "evaluation.apply-for-acceptance" : "application.withdraw";
    done += await asSystem(name, { projectId: id, version, ...systemInput[name] });
  }
  return done;
}

const systemInput = {
  "evaluation.apply-for-acceptance": {},
  "application.withdraw": { reason: "overdue" },
} as const;

/** A refusal (a change is pending, somebody was faster) leaves the project for the next sweep. */
async function asSystem(name: string, body: object): Promise<number> {
  const command = commandNamed(name);
  if (command === null) throw new Error(`${name} is not in the registry`);
  try {
    await execute(command, { actor: systemActor, body });
    return 1;
  } catch (error) {
    if (error instanceof Refusal) return 0;
    throw error;
  }
}
