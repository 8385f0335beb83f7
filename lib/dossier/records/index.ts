import { absorptionParts } from "./absorption";
import { applicationParts } from "./application";
import { approvalParts } from "./approval";
import { evaluationParts } from "./evaluation";
import { trailParts } from "./trail";

/** All that is on record of a project, in the order of its life. */
export const recordParts = [
  ...applicationParts,
  ...approvalParts,
  ...absorptionParts,
  ...evaluationParts,
  ...trailParts,
];
