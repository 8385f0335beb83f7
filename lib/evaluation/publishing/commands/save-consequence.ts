import { defineSave } from "../save-draft";
import { saveConsequenceInput } from "../schema";

/** A consequence: what sets it off, for how long, how long it may be appealed against. */
export const saveConsequence = defineSave("consequence", saveConsequenceInput);
