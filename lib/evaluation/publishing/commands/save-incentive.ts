import { defineSave } from "../save-draft";
import { saveIncentiveInput } from "../schema";

/** An incentive: who administers it, its rate, cap and budget. */
export const saveIncentive = defineSave("incentive", saveIncentiveInput);
