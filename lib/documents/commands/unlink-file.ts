import { conflict, expectOne, forbidden, notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { openStates, requireUnitsTurn } from "../rules";
import { unlinkFileInput } from "../schema";
import { visibleLinks } from "../scope";

/** Takes a paper off a project again: one's own, and never what belongs to a step. The bytes stay. */
export const unlinkFile = defineProjectCommand({
  name: "documents.unlink-file",
  input: unlinkFileInput,
  roles: ["filler", "unit_admin", "district_officer", "bureau_officer", "division_head"],
  states: openStates,
  rule: (project, _input, _now, actor) => requireUnitsTurn(actor, project.state),
  run: async ({ tx, actor, now }, project, { fileLinkId, reason }) => {
    const link = await tx.fileLink.findFirst({
      where: { AND: [{ id: fileLinkId, projectId: project.id }, visibleLinks(actor)] },
      select: {
        id: true,
        subjectType: true,
        audience: true,
        linkedById: true,
        documentKind: true,
        file: { select: { sha256: true, originalName: true } },
      },
    });
    if (link === null) throw notFound();
    if (link.linkedById !== actor.userId) throw forbidden("not_own_document");
    if (link.subjectType !== "project") throw conflict("document_of_a_step");
    expectOne(
      await tx.fileLink.updateMany({
        where: { id: link.id, removedAt: null },
        data: { removedAt: now },
      }),
    );
    return {
      data: { fileLinkId: link.id },
      event: childEvent(
        project,
        { type: "file_link", id: link.id },
        {
          params: { file: link.file.originalName, kind: link.documentKind },
          reason,
          fileHashes: [link.file.sha256],
          audience: link.audience === "officials" ? "officials" : "parties",
        },
      ),
    };
  },
});
