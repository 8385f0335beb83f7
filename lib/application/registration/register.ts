import type { CommandContext, Outcome } from "@/lib/kernel/command";
import { type FieldProblems, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { normaliseUscc } from "@/lib/reference/uscc";
import { registrationBasis } from "./basis";
import { type RowProblem, registrationProblems } from "./problems";
import type { RegistrationRow } from "./row";

/** What a dry run or a registration answers: problems, a preview, and the batch once it is stored. */
export interface RegistrationAnswer {
  registrationId: string | null;
  problems: RowProblem[];
  preview: { row: number; title: string; unitName: string; state: string; grant: string }[];
}

export interface Batch {
  rows: readonly RegistrationRow[];
  /** Problems found before, while reading a sheet. */
  found: readonly RowProblem[];
  rowNumber: (index: number) => number;
  fileName: string | null;
  note: string;
  dryRun: boolean;
  preview: RegistrationAnswer["preview"];
}

/** Credit codes as they are stored. */
export const normalised = (rows: readonly RegistrationRow[]): RegistrationRow[] =>
  rows.map((row) => ({ ...row, uscc: normaliseUscc(row.uscc) }));

/** Everything that stands against these lines, with what was found while reading them. */
export async function allProblems(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  batch: Pick<Batch, "rows" | "found" | "rowNumber">,
): Promise<RowProblem[]> {
  const basis = await registrationBasis(tx, now, batch.rows);
  return [...batch.found, ...registrationProblems(batch.rows, basis, batch.rowNumber)].sort(
    (a, b) => a.row - b.row,
  );
}

/**
 * Stores the lines as a batch that waits for a second officer; a dry run only answers. Errors block
 * the batch (422, each on its row and column), warnings don't.
 */
export async function storeBatch(
  context: CommandContext,
  batch: Batch,
): Promise<Outcome<RegistrationAnswer>> {
  const problems = await allProblems(context, batch);
  const { preview } = batch;
  if (batch.dryRun) return { data: { registrationId: null, problems, preview }, event: null };
  refuseErrors(problems);
  const registrationId = await createRegistration(context, batch);
  return {
    data: { registrationId, problems, preview },
    event: {
      subject: { type: "registration", id: registrationId },
      params: { count: batch.rows.length, fileName: batch.fileName },
      audience: "officials",
    },
  };
}

function refuseErrors(problems: readonly RowProblem[]): void {
  const fields: FieldProblems = {};
  for (const { row, column, code, params, severity } of problems) {
    if (severity !== "error") continue;
    const path = `rows.${row}.${column}`;
    fields[path] = [...(fields[path] ?? []), { code, params }];
  }
  if (Object.keys(fields).length > 0) throw invalid(fields, "registration_errors");
}

async function createRegistration(
  { tx, actor, now }: CommandContext,
  batch: Batch,
): Promise<string> {
  if (actor.userId === null) throw new Error("projects are registered by a person");
  const id = newId();
  await tx.registration.create({
    data: {
      id,
      fileName: batch.fileName,
      rows: JSON.parse(JSON.stringify(batch.rows)),
      rowCount: batch.rows.length,
      note: batch.note,
      createdById: actor.userId,
      createdByName: actor.name,
      createdAt: now,
    },
    select: { id: true },
  });
  await tx.duty.create({
    data: {
      id: newId(),
      kind: registrationDuty,
      subjectType: "registration",
      subjectId: id,
      holderRole: "bureau_officer",
      exceptUserId: actor.userId,
      since: now,
      params: { count: batch.rows.length, by: actor.name },
    },
    select: { id: true },
  });
  return id;
}

/** The batch waits on the desks of the bureau's officers for a second one. */
export const registrationDuty = "application.confirm_registration";
