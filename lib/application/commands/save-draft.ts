import { applicantRoles } from "@/lib/access/roles";
import { indicatorSources } from "@/lib/evaluation/indicator-sources";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { defineProjectCommand, type LoadedProject } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { searchColumns } from "@/lib/project/search";
import { addProposal, contentHash, latestProposal, type SavedProposal } from "../drafts";
import { proposalChecklist } from "../rules";
import { saveDraftInput } from "../schema";

/**
 * Autosave of a proposal. Each saved version is its own trail, so no event is written; the hash of
 * the submitted one goes into the event of the submission. A version saved meanwhile by somebody else
 * is a 409 that names it.
 */
export const saveDraft = defineProjectCommand({
  name: "application.save-draft",
  input: saveDraftInput,
  roles: applicantRoles,
  states: ["draft", "returned"],
  keepsOwnVersions: true,
  run: async (context, project, { proposalVersion, content }) => {
    const { tx, actor, as, now } = context;
    if (project.subStatus === "with_unit_admin" && as === "filler") {
      throw conflict("with_unit_admin");
    }
    const latest = await latestProposal(tx, project.id);
    if ((latest?.version ?? 0) !== proposalVersion) throw editedByOther(latest);
    const saved =
      latest?.contentHash === contentHash(content)
        ? latest
        : await saveNext(context, project, latest, content);
    await noteHand(tx, project.id, actor.userId, "filled", now);
    return {
      data: {
        projectId: project.id,
        proposalVersion: saved.version,
        savedAt: saved.savedAt.toISOString(),
        checklist: proposalChecklist(content, await indicatorSources(tx, project.indicatorSetId)),
      },
      event: null,
    };
  },
});

/** The form shows both texts, field by field. */
function editedByOther(latest: SavedProposal | null) {
  return conflict("proposal_version_conflict", {
    version: latest?.version ?? 0,
    current: JSON.stringify(latest?.content ?? {}),
    savedBy: latest?.savedByName ?? "",
    savedAt: latest?.savedAt.toISOString() ?? "",
  });
}

async function saveNext(
  context: CommandContext,
  project: LoadedProject,
  latest: SavedProposal | null,
  content: Prisma.InputJsonObject & { title?: string | null; titleEn?: string | null },
): Promise<SavedProposal> {
  const { tx, now } = context;
  const saved = await addProposal(context, project, {
    version: (latest?.version ?? 0) + 1,
    formVersionId: latest?.formVersionId ?? (await formVersionOf(context, project)),
    content,
  });
  const title = content.title?.trim() || project.title;
  const titleEn = content.titleEn?.trim() || null;
  await tx.project.updateMany({
    where: { id: project.id, state: project.state },
    data: {
      title,
      titleEn,
      ...searchColumns([title, titleEn, project.number, project.unitName]),
      updatedAt: now,
    },
  });
  return saved;
}

/** The form that the call froze when it was published. */
async function formVersionOf({ tx }: CommandContext, project: LoadedProject): Promise<string> {
  if (project.callId === null) throw conflict("call_missing");
  const call = await tx.call.findUniqueOrThrow({
    where: { id: project.callId },
    select: { formVersionId: true },
  });
  return call.formVersionId;
}
