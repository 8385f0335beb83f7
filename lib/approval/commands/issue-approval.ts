import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { issueApprovalInput } from "../schema";
import { closeNotice, dropApprovalDuties } from "../settle";

/** T15: the approval is issued under its document number; the contract lies with the unit. */
export const issueApproval = defineTransition({
  name: "approval.issue-approval",
  transition: "T15",
  input: issueApprovalInput,
  run: async (context, project, input) => {
    await closeNotice(context, project);
    await dropApprovalDuties(context, project);
    const subject = { type: "project", id: project.id };
    return {
      subStatus: "with_unit",
      params: { documentNumber: input.documentNumber },
      fileHashes: await linkFiles(context, project, subject, input.documents ?? []),
    };
  },
});
