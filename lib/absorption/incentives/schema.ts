import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";

const hiddenId = () => field(z.uuid(), { kind: "hidden" });
const target = z.strictObject({
  projectId: hiddenId(),
  version: rowVersion(),
});
const longText = field(z.string().trim().min(1).max(2000), { kind: "longText" });

/** The claim of one rule's incentive for a closed link; the amount is Kehe's to compute. */
export const claimIncentiveInput = target.extend({ linkId: hiddenId(), ruleId: hiddenId() });

const onClaim = target.extend({ claimId: hiddenId() });
export const withdrawIncentiveInput = onClaim;
export const confirmIncentiveInput = onClaim;
export const refuseIncentiveInput = onClaim.extend({ reason: longText });
export const issueIncentiveInput = onClaim.extend({
  documentNumber: field(z.string().trim().min(1).max(80), { kind: "text" }),
});

/** What an incentive rule asks beside its link; a rule with other keys can't be read in full and pays nothing. */
export const ruleConditions = z.strictObject({
  /** The legal basis in English; the Chinese one is the rule's own column. */
  basisEn: z.string().max(300).optional(),
  /** Cooperation modes for which it is open; all where none is named. */
  modes: z.array(z.string().max(10)).max(20).optional(),
  /** Only for technologies marked as main. */
  mainOnly: z.boolean().optional(),
  /** The least confirmed cost of the link, in yuan. */
  leastCost: z
    .string()
    .regex(/^\d{1,14}(\.\d{1,2})?$/)
    .optional(),
});
