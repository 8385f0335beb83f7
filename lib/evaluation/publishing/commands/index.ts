import type { Command } from "@/lib/kernel/command";
import { beginDraft } from "./begin-draft";
import { discardDraft } from "./discard-draft";
import { publishDraft } from "./publish-draft";
import { returnDraft } from "./return-draft";
import { saveConsequence } from "./save-consequence";
import { saveIncentive } from "./save-incentive";
import { saveIndicators } from "./save-indicators";
import { saveScoring } from "./save-scoring";
import { submitDraft } from "./submit-draft";

/** How weights, bands and rules come into force in versions; one verb a file. */
export const rulesCommands: readonly Command[] = [
  beginDraft,
  saveIndicators,
  saveScoring,
  saveConsequence,
  saveIncentive,
  submitDraft,
  returnDraft,
  discardDraft,
  publishDraft,
];
