import { defineSave } from "../save-draft";
import { saveScoringInput } from "../schema";

/** The scoring rules: shares, bounds of the grades, bands, deductions. */
export const saveScoring = defineSave("scoring", saveScoringInput);
