import { proposalOf } from "@/lib/application/proposal-queries";
import type { Prefill, PrefillFunction } from "./types";

/** The version that the draft's form starts from: a later one of a colleague's is then a conflict. */
const saveDraft: PrefillFunction = async ({ tx, actor, project }): Promise<Prefill> => {
  const proposal = await proposalOf(tx, actor, project.id);
  return proposal ? { hidden: { proposalVersion: proposal.view.proposalVersion } } : {};
};

/** What the forms of the application stage start with. */
export const applicationPrefill: Readonly<Record<string, PrefillFunction>> = {
  "application.save-draft": saveDraft,
};
