import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, expectOne, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { SubStatus } from "@/lib/lifecycle/states";
import { guardedBy } from "@/lib/project/command";
import type { FieldReason } from "@/lib/project/field-reasons";
import type { ProjectRecord } from "@/lib/project/load";
import { type AcceptanceFile, acceptanceFileContent } from "./schema";

const acceptanceSelect = {
  id: true,
  route: true,
  status: true,
  round: true,
  content: true,
  contentHash: true,
  upperLevel: true,
  proposedResult: true,
  voteSummary: true,
  result: true,
  opinion: true,
  rectificationReport: true,
  certificateNumber: true,
  districtConfirmedById: true,
  version: true,
} as const satisfies Prisma.AcceptanceSelect;

export type AcceptanceRow = Prisma.AcceptanceGetPayload<{ select: typeof acceptanceSelect }>;

/** The project's acceptance; 404 where none was opened, 409 where the actor saw an older version. */
export async function acceptanceOf(
  tx: Tx,
  projectId: string,
  seenVersion?: number,
): Promise<AcceptanceRow> {
  const row = await tx.acceptance.findUnique({ where: { projectId }, select: acceptanceSelect });
  if (row === null) throw notFound();
  if (seenVersion !== undefined && row.version !== seenVersion) throw conflict("version_conflict");
  return row;
}

/** Writes the acceptance on its version; a faster writer makes this a 409. */
export async function writeAcceptance(
  tx: Tx,
  row: Pick<AcceptanceRow, "id" | "version">,
  data: Prisma.AcceptanceUncheckedUpdateManyInput,
): Promise<void> {
  expectOne(
    await tx.acceptance.updateMany({
      where: { id: row.id, version: row.version },
      data: { ...data, version: row.version + 1 },
    }),
  );
}

/** The file as it was submitted, or null while it is a draft. */
export function submittedFile(row: Pick<AcceptanceRow, "content">): AcceptanceFile | null {
  const parsed = acceptanceFileContent.safeParse(row.content);
  return parsed.success ? parsed.data : null;
}

/** Inside a state the papers lie with one side; the others must wait (409). */
export function requirePapers(project: ProjectRecord, ...places: readonly SubStatus[]): void {
  if (project.subStatus === null || !places.includes(project.subStatus)) {
    throw conflict("papers_elsewhere", { place: project.subStatus ?? project.state });
  }
}

/** The acting person's id; the steps of this room that write names are never the jobs'. */
export function personId({ actor }: Pick<CommandContext, "actor">): string {
  if (actor.userId === null) throw new Error("only a signed-in person may do this");
  return actor.userId;
}

export interface OpinionDraft {
  kind: string;
  verdict: string;
  text: string;
  details?: Prisma.InputJsonObject;
  minutesNumber?: string | null;
}

/** Puts an opinion on record, with name and role as they are now. */
export async function giveOpinion(
  context: Pick<CommandContext, "tx" | "actor" | "as" | "now" | "proxy">,
  project: ProjectRecord,
  draft: OpinionDraft,
): Promise<void> {
  const { tx, actor, as, now, proxy } = context;
  await tx.opinion.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      kind: draft.kind,
      verdict: draft.verdict,
      text: draft.text,
      details: draft.details ?? {},
      byId: personId(context),
      byName: actor.name,
      byRole: as,
      at: now,
      minutesNumber: proxy?.minutesNumber ?? draft.minutesNumber ?? null,
    },
    select: { id: true },
  });
}

/** Stores why something was returned, field by field. */
export async function noteReturn(
  { tx, actor, as, now }: Pick<CommandContext, "tx" | "actor" | "as" | "now">,
  project: ProjectRecord,
  subject: { type: string; id: string },
  reasons: readonly FieldReason[],
): Promise<void> {
  await tx.returnNote.createMany({
    data: reasons.map(({ field, reason }) => ({
      id: newId(),
      ...guardedBy(project),
      subjectType: subject.type,
      subjectId: subject.id,
      field,
      reason,
      byName: actor.name,
      byRole: as,
      at: now,
    })),
  });
}

/** What was returned has been answered. */
export async function resolveReturns(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  projectId: string,
  subject: { type: string; id: string },
): Promise<void> {
  await tx.returnNote.updateMany({
    where: { projectId, subjectType: subject.type, subjectId: subject.id, resolvedAt: null },
    data: { resolvedAt: now },
  });
}
