import { z } from "zod";
import { stageIds } from "@/lib/lifecycle/states";
import { warningLevels, warningRuleIds } from "./rules";

/** A board's filter as it stands in the address; what is not understood is left out. */
export const riskFilter = z.object({
  rule: z.enum(warningRuleIds).optional().catch(undefined),
  level: z.enum(warningLevels).optional().catch(undefined),
  district: z
    .string()
    .regex(/^[\w.-]{1,40}$/)
    .optional()
    .catch(undefined),
  stage: z.enum(stageIds).optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
  before: z.string().max(80).optional().catch(undefined),
  last: z.literal("1").optional().catch(undefined),
});

export type RiskFilter = z.output<typeof riskFilter>;

/** The address of a board with this filter, narrowed or moved to another page. */
export function riskAddress(filter: RiskFilter, change: Partial<RiskFilter> = {}): string {
  const { after: _after, before: _before, last: _last, ...kept } = filter;
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...change })) {
    if (value !== undefined) address.set(name, value);
  }
  const text = address.toString();
  return text ? `/risks?${text}` : "/risks";
}

/** Where a row stands in the board's order: red first, then the longest standing. */
export interface Place {
  level: "red" | "amber";
  /** 'YYYY-MM-DD'. */
  since: string;
  id: string;
}

export const placeText = ({ level, since, id }: Place): string => `${level}~${since}~${id}`;

const placePattern =
  /^(red|amber)~(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads a place from an address; null where it is none. */
export function readPlace(text: string | undefined): Place | null {
  const [, level, since, id] = placePattern.exec(text ?? "") ?? [];
  if (!since || !id || Number.isNaN(Date.parse(since))) return null;
  return { level: level === "red" ? "red" : "amber", since, id };
}
