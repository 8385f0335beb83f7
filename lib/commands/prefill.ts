import { absorptionPrefill } from "./prefill/absorption";
import { applicationPrefill } from "./prefill/application";
import { approvalPrefill } from "./prefill/approval";
import { evaluationPrefill } from "./prefill/evaluation";
import type { Prefill, PrefillContext, PrefillFunction } from "./prefill/types";

const all: Readonly<Record<string, PrefillFunction>> = {
  ...applicationPrefill,
  ...approvalPrefill,
  ...absorptionPrefill,
  ...evaluationPrefill,
};

/** What the form of a command starts with: one record, asked once. */
export async function prefillFor(command: string, context: PrefillContext): Promise<Prefill> {
  return (await all[command]?.(context)) ?? {};
}
