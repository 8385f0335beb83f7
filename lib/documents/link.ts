import { type Actor, districtIdsOf, unitIdsOf } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { type FieldProblems, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import type { DocumentInput } from "./schema";
import { visibleLinks } from "./scope";

/** Stands for the system where a row names who linked a file. */
const nobody = "00000000-0000-0000-0000-000000000000";

type GuardedProject = Pick<ProjectRecord, "id" | "unitId" | "districtId">;

export interface LinkOptions {
  /** "officials" keeps the file from the applicant and from experts. */
  audience?: "parties" | "officials";
  /** Version of the subject that the files belong to. */
  version?: number;
}

/**
 * Links uploaded files to a project for one subject and answers their SHA-256 hashes for the event.
 * A file may be used by whoever uploaded it, by colleagues in its unit or district, and wherever it
 * already hangs on the same project; any other id is refused on its field (422).
 */
export async function linkFiles(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  project: GuardedProject,
  subject: { type: string; id: string },
  documents: readonly DocumentInput[],
  { audience = "parties", version = 1 }: LinkOptions = {},
): Promise<string[]> {
  if (documents.length === 0) return [];
  const files = await tx.storedFile.findMany({
    where: {
      AND: [{ id: { in: documents.map(({ fileId }) => fileId) } }, usableBy(actor, project)],
    },
    select: { id: true, sha256: true },
  });
  const hashes = new Map(files.map(({ id, sha256 }) => [id, sha256]));
  refuseUnusable(documents, hashes);
  const linked = await tx.fileLink.findMany({
    where: {
      projectId: project.id,
      subjectType: subject.type,
      subjectId: subject.id,
      version,
      removedAt: null,
    },
    select: { fileId: true, documentKind: true },
  });
  const known = new Set(linked.map(({ fileId, documentKind }) => `${fileId}:${documentKind}`));
  const wanted = new Map(documents.map((each) => [`${each.fileId}:${each.documentKind}`, each]));
  await tx.fileLink.createMany({
    data: [...wanted]
      .filter(([key]) => !known.has(key))
      .map(([, { fileId, documentKind }]) => ({
        id: newId(),
        ...guardedBy(project),
        fileId,
        documentKind,
        subjectType: subject.type,
        subjectId: subject.id,
        version,
        audience,
        linkedById: actor.userId ?? nobody,
        linkedByName: actor.name,
        linkedAt: now,
      })),
  });
  return documents.flatMap(({ fileId }) => hashes.get(fileId) ?? []);
}

function usableBy(actor: Actor, project: GuardedProject): Prisma.StoredFileWhereInput {
  if (actor.kind === "system") return {};
  const ways: Prisma.StoredFileWhereInput[] = [
    { fileLinks: { some: { AND: [{ projectId: project.id }, visibleLinks(actor)] } } },
  ];
  if (actor.userId !== null) ways.push({ uploadedById: actor.userId });
  if (unitIdsOf(actor, ...applicantRoles).includes(project.unitId)) {
    ways.push({ unitId: project.unitId });
  }
  const districts = districtIdsOf(actor);
  if (districts.length > 0) ways.push({ unitId: null, districtId: { in: districts } });
  return { OR: ways };
}

function refuseUnusable(
  documents: readonly DocumentInput[],
  hashes: ReadonlyMap<string, string>,
): void {
  const problems: FieldProblems = {};
  for (const [at, { fileId }] of documents.entries()) {
    if (!hashes.has(fileId)) problems[`documents.${at}.fileId`] = [{ code: "file_not_usable" }];
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
}
