import { attachOne } from "@/lib/absorption/attach";
import { provingRecord } from "@/lib/absorption/records/proving-record";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { expectOne, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { personId } from "./acceptance";
import type { LoadedEvaluation } from "./evaluation";
import { suggestValues } from "./prefill";

type Context = Pick<CommandContext, "tx" | "actor" | "now">;

/** What an actual value stands on: a file, a record, or what Kehe itself holds. */
export interface LineProof {
  id: string;
  source: string;
  note: string;
  file: { id: string; name: string } | null;
}

/** The proofs of an evaluation by its lines. */
export async function proofsOf(
  tx: Tx,
  evaluationId: string,
): Promise<ReadonlyMap<string, LineProof[]>> {
  const rows = await tx.evaluationProof.findMany({
    where: { evaluationId },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    select: { id: true, lineId: true, source: true, note: true, fileId: true },
  });
  const files = await tx.storedFile.findMany({
    where: { id: { in: rows.flatMap(({ fileId }) => fileId ?? []) } },
    select: { id: true, originalName: true },
  });
  const names = new Map(files.map(({ id, originalName }) => [id, originalName]));
  const found = new Map<string, LineProof[]>();
  for (const { lineId, fileId, ...row } of rows) {
    const file = fileId === null ? null : { id: fileId, name: names.get(fileId) ?? "" };
    found.set(lineId, [...(found.get(lineId) ?? []), { ...row, file }]);
  }
  return found;
}

/** What a person names as proof of one line. */
export interface ProofDraft {
  fileId?: string;
  record?: string;
  description: string;
}

/**
 * Adds a file or a record as proof of a line; answers its id and the file's hash. Refuses (422) what
 * belongs to another project, and a file that proves the line already.
 */
export async function addLineProof(
  context: Context,
  project: ProjectRecord,
  line: { id: string; evaluationId: string },
  draft: ProofDraft,
): Promise<{ id: string; fileHashes: string[] }> {
  const { tx, now } = context;
  if (!draft.fileId && !draft.record) throw invalidField("fileId", "file_or_record_needed");
  await refuseForeignFile(tx, project.id, draft.fileId);
  const record = await provingRecord(tx, project, draft.record);
  const known = await tx.evaluationProof.count({
    where: draft.fileId
      ? { lineId: line.id, fileId: draft.fileId }
      : { lineId: line.id, subjectId: record?.id ?? null },
  });
  if (known > 0) {
    throw invalidField(draft.fileId ? "fileId" : "record", "proves_this_line_already");
  }
  const id = newId();
  // One link however many lines the file proves.
  const subject = { type: "evaluation", id: line.evaluationId };
  const hash = await attachOne(context, project, subject, draft.fileId, "D22");
  await tx.evaluationProof.create({
    data: {
      id,
      ...guardedBy(project),
      evaluationId: line.evaluationId,
      lineId: line.id,
      source: draft.fileId ? "file" : "record",
      subjectId: record?.id ?? null,
      fileId: draft.fileId ?? null,
      note: draft.description,
      addedById: personId(context),
      addedAt: now,
    },
    select: { id: true },
  });
  return { id, fileHashes: hash === null ? [] : [hash] };
}

/** Takes a proof off; the file's link goes with the last line that it proves. */
export async function removeLineProof(
  { tx, now }: Pick<Context, "tx" | "now">,
  evaluationId: string,
  proof: { id: string; fileId: string | null },
): Promise<void> {
  expectOne(await tx.evaluationProof.deleteMany({ where: { id: proof.id, evaluationId } }));
  if (proof.fileId === null) return;
  const { fileId } = proof;
  if ((await tx.evaluationProof.count({ where: { evaluationId, fileId } })) > 0) return;
  await tx.fileLink.updateMany({
    where: { subjectType: "evaluation", subjectId: evaluationId, fileId, documentKind: "D22" },
    data: { removedAt: now },
  });
}

/** A file that hangs on other projects and not on this one proves nothing here. */
async function refuseForeignFile(tx: Tx, projectId: string, fileId?: string): Promise<void> {
  if (!fileId) return;
  const links = await tx.fileLink.findMany({
    where: { fileId, removedAt: null },
    select: { projectId: true },
  });
  const foreign = links.length > 0 && links.every((link) => link.projectId !== projectId);
  if (foreign) throw invalidField("fileId", "proof_of_another_project");
}

/** Names of what Kehe's own records are, as a proof keeps them. */
const kept: Readonly<Record<string, string>> = {
  reports: "report",
  milestones: "milestone",
  rights: "record",
};

/**
 * Lets Kehe's own records stand as proof wherever the unit states what they say; earlier such proofs
 * of this evaluation are replaced.
 */
export async function proveFromRecords(
  context: Context,
  project: ProjectRecord,
  evaluation: Pick<LoadedEvaluation, "id">,
  stated: readonly { lineId: string; indicatorCode: string; value: string | null }[],
): Promise<void> {
  const { tx, now } = context;
  const suggestions = await suggestValues(tx, project, now);
  await tx.evaluationProof.deleteMany({
    where: { evaluationId: evaluation.id, fileId: null, subjectId: null },
  });
  await tx.evaluationProof.createMany({
    data: stated.flatMap(({ lineId, indicatorCode, value }) => {
      const suggestion = suggestions.get(indicatorCode);
      if (!suggestion || value === null || !sameFigure(suggestion.value, value)) return [];
      return [
        {
          id: newId(),
          ...guardedBy(project),
          evaluationId: evaluation.id,
          lineId,
          source: kept[suggestion.source] ?? suggestion.source,
          addedById: personId(context),
          addedAt: now,
        },
      ];
    }),
  });
}

const figure = /^-?\d+(\.\d+)?$/;

const sameFigure = (a: string, b: string): boolean =>
  figure.test(a) && figure.test(b) ? new Prisma.Decimal(a).equals(b) : a === b;

/** Takes over what the lines of an earlier round stood on. */
export async function copyProofs(
  tx: Tx,
  fromId: string,
  to: { id: string; lines: ReadonlyMap<string, string> },
): Promise<void> {
  const rows = await tx.evaluationProof.findMany({
    where: { evaluationId: fromId },
    omit: { id: true, evaluationId: true },
    include: { line: { select: { indicatorCode: true } } },
  });
  await tx.evaluationProof.createMany({
    data: rows.flatMap(({ line, ...row }) => {
      const lineId = to.lines.get(line.indicatorCode);
      return lineId ? [{ ...row, id: newId(), evaluationId: to.id, lineId }] : [];
    }),
  });
}
