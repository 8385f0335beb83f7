import { defineSave } from "../save-draft";
import { saveIndicatorsInput } from "../schema";

/** A set of indicators: texts, kinds, units, weights and starting targets. */
export const saveIndicators = defineSave("indicators", saveIndicatorsInput);
