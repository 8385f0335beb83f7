import { z } from "zod";
import type { ConsequenceTrigger } from "@/lib/reference/consequences";
import type { AcceptanceResult } from "../schema";

const summary = z.object({ causes: z.array(z.string()) });

const misconduct = ["false_documents", "money_misuse", "unauthorised_change"] as const;

/** What an acceptance result sets off: itself where it is not a pass, and the misconduct that failed it. */
export function triggersOfResult(
  result: AcceptanceResult,
  voteSummary: unknown,
): ConsequenceTrigger[] {
  if (result !== "concluded" && result !== "failed") return [];
  const told = summary.safeParse(voteSummary);
  const causes = told.success ? told.data.causes : [];
  return [
    `result:${result}`,
    ...misconduct
      .filter((cause) => causes.includes(cause))
      .map((cause): ConsequenceTrigger => `cause:${cause}`),
  ];
}
