import { administrativeCodes, managingUnitCodes } from "./administrative";
import type { CodeEntry } from "./code-entry";
import { cooperationModeCodes, partnerTypeCodes, programmeLevelCodes } from "./cooperation";
import { countryCodes, countryGroupCodes } from "./countries";
import { notAdmittedReasonCodes, notApprovedReasonCodes, suspensionCauseCodes } from "./decisions";
import { documentCodes } from "./documents";
import * as evaluation from "./evaluation";
import { expenseCodes, fundSourceCodes } from "./funds";
import { economicDivisionCodes, industryChainCodes, strategicIndustryCodes } from "./industries";
import { ipStatusCodes, ipTypeCodes } from "./intellectual-property";
import * as readiness from "./readiness";
import { measureUnitCodes, unitLabelCodes, unitTypeCodes } from "./units";

/**
 * All code lists that an installation starts with (domain.md §5), in the order of each list. The
 * list `industry_1028` of §5.4 b has no entries: its members aren't verified and come in as data.
 */
export const codeEntries: readonly CodeEntry[] = [
  ...administrativeCodes,
  ...managingUnitCodes,
  ...countryCodes,
  ...countryGroupCodes,
  ...industryChainCodes,
  ...strategicIndustryCodes,
  ...economicDivisionCodes,
  ...unitTypeCodes,
  ...unitLabelCodes,
  ...measureUnitCodes,
  ...cooperationModeCodes,
  ...partnerTypeCodes,
  ...programmeLevelCodes,
  ...fundSourceCodes,
  ...expenseCodes,
  ...documentCodes,
  ...ipTypeCodes,
  ...ipStatusCodes,
  ...Object.values(evaluation).flat(),
  ...notApprovedReasonCodes,
  ...notAdmittedReasonCodes,
  ...suspensionCauseCodes,
  ...Object.values(readiness).flat(),
];

/** Whether an entry is valid on a civil day, both ends included. */
export const isValidOn = (entry: Pick<CodeEntry, "validFrom" | "validTo">, day: string): boolean =>
  entry.validFrom <= day && (entry.validTo === undefined || day <= entry.validTo);
