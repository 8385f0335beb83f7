import type { Actor } from "@/lib/access/actor";
import { isAllowed, mayHold, type Verdict } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { nextNumbers } from "../numbers";
import {
  answer,
  lockRegistration,
  type RegistrationRecord,
  requirePending,
  rowsOf,
} from "../registration/load";
import { allProblems } from "../registration/register";
import type { RegistrationRow } from "../registration/row";
import { standProject } from "../registration/stand";
import { currentVersions } from "../registration/versions";
import { confirmRegistrationInput } from "../schema";

/** T00: a second officer confirms; each line becomes a project in the state where it stands. */
export const confirmRegistration = defineCommand({
  name: "application.confirm-registration",
  input: confirmRegistrationInput,
  roles: bureauRoles,
  transition: "T00",
  timeLimit: 120,
  load: (tx, { registrationId }) => lockRegistration(tx, registrationId),
  allow: mayAnswer,
  rule: (record, { version }) => requirePending(record, version),
  run: async (context, record) => {
    const { tx, now } = context;
    const rows = rowsOf(record);
    await refuseOutdated(context, rows);
    const versions = await currentVersions(tx, now);
    const numbers = await numbersFor(tx, rows);
    const projectIds: string[] = [];
    for (const [index, row] of rows.entries()) {
      const number = numbers[index];
      if (number === undefined) throw new Error("a registered project has no number");
      projectIds.push(await standProject(context, row, { registration: record, number, versions }));
    }
    await answer(context, record, "confirmed");
    const only = rows.length === 1 ? rows[0] : undefined;
    return {
      data: { registrationId: record.id, projectIds },
      event: {
        transition: "T00",
        toState: only?.state ?? null,
        projectId: only ? (projectIds[0] ?? null) : null,
        subject: { type: "registration", id: record.id },
        params: { count: rows.length, first: numbers[0] ?? null, last: numbers.at(-1) ?? null },
      },
    };
  },
});

/** The bureau's, but not whoever entered the batch. Pure. */
export function mayAnswer(actor: Actor, record: RegistrationRecord): Verdict {
  const verdict = mayHold(actor, bureauRoles);
  return isAllowed(verdict) && record.createdById === actor.userId
    ? { refused: "four_eyes" }
    : verdict;
}

/** What was free when the batch was entered may be taken by now. */
async function refuseOutdated(
  context: Parameters<typeof allProblems>[0],
  rows: readonly RegistrationRow[],
): Promise<void> {
  const problems = await allProblems(context, {
    rows,
    found: [],
    rowNumber: (index) => index + 1,
  });
  const first = problems.find(({ severity }) => severity === "error");
  if (first) {
    throw conflict("registration_outdated", { row: first.row, problem: first.code });
  }
}

/** The register's own number where it has one, else the next of its year. */
async function numbersFor(tx: Tx, rows: readonly RegistrationRow[]): Promise<string[]> {
  const years = [...new Set(rows.map(({ year }) => year))];
  const free = new Map<number, string[]>();
  for (const year of years) {
    const needed = rows.filter((row) => row.year === year && !row.number).length;
    free.set(year, needed === 0 ? [] : await nextNumbers(tx, year, needed));
  }
  return rows.map((row) => row.number || (free.get(row.year)?.shift() ?? ""));
}
