import type { Role } from "@/lib/access/roles";
import { type EventDraft, recordEvent } from "@/lib/audit/event";
import type { Command, CommandContext } from "@/lib/kernel/command";
import { conflict, Refusal } from "@/lib/kernel/errors";
import type { FormReport } from "./load";

/** The command of one report within a step on the whole form. */
export interface Part {
  report: FormReport;
  command: Command;
  body: object;
}

interface Done {
  command: string;
  as: Role;
  event: EventDraft;
}

/**
 * Runs each report's own command in the one transaction, with its policy, states and duties, and
 * writes the event of each. All or nothing: a 409 `items_in_the_way` names every project that
 * stands in the way.
 */
export async function runEach(context: CommandContext, parts: readonly Part[]): Promise<void> {
  const { tx, actor, now } = context;
  const done: Done[] = [];
  const refused: { item: string; code: string }[] = [];
  for (const { report, command, body } of inLockOrder(parts)) {
    try {
      const { outcome, as } = await command.prepare(body).within(tx, { actor, now });
      if (outcome.event) done.push({ command: command.name, as, event: outcome.event });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ item: nameOf(report), code: error.code });
    }
  }
  if (refused.length > 0) {
    throw conflict("items_in_the_way", {
      items: refused.map(({ item }) => item),
      codes: refused.map(({ code }) => code),
    });
  }
  for (const { command, as, event } of done) {
    await recordEvent(tx, { command, outcome: "done", actor, as, now }, event);
  }
}

/** Two batches lock the projects that they share in the same order. */
const inLockOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((one, other) => (one.report.project.id < other.report.project.id ? -1 : 1));

const nameOf = ({ project }: FormReport): string =>
  project.number === null ? project.title : `${project.number} ${project.title}`;
