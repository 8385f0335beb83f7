import { z } from "zod";
import { stageIds, stateIds, states } from "@/lib/lifecycle/states";

export const sorts = ["updated", "due", "number", "grant"] as const;
export type Sort = (typeof sorts)[number];

const code = z
  .string()
  .regex(/^[\w.-]{1,40}$/)
  .optional()
  .catch(undefined);

/** A list's filter as it stands in the address; what is not understood is left out. */
export const projectFilter = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  stage: z.enum(stageIds).optional().catch(undefined),
  state: z.enum(stateIds).optional().catch(undefined),
  district: code,
  country: code,
  industry: code,
  level: code,
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  /** With public money in this year, or in any (`all`): what the overview's sums count. */
  funded: z
    .union([z.literal("all"), z.coerce.number().int().min(2000).max(2100)])
    .optional()
    .catch(undefined),
  overdue: z.literal("1").optional().catch(undefined),
  sort: z.enum(sorts).catch("updated"),
  after: z.string().max(120).optional().catch(undefined),
  before: z.string().max(120).optional().catch(undefined),
  last: z.literal("1").optional().catch(undefined),
});

export type ProjectFilter = z.output<typeof projectFilter>;

/** The states of a stage. */
export const statesOf = (stage: (typeof stageIds)[number]) =>
  stateIds.filter((state) => states[state].stage === stage);

type Step = { after?: string; before?: string; last?: "1"; sort?: Sort };

/** Where the list of this filter is had as Excel. */
export const exportAddress = (filter: ProjectFilter): string =>
  listAddress(filter, {}).replace("/projects", "/api/projects.xlsx");

/** The address of a list with this filter, moved to another page or sort. */
export function listAddress(filter: ProjectFilter, step: Step): string {
  const { after: _after, before: _before, last: _last, sort, ...kept } = filter;
  const chosen = { ...kept, ...(sort === "updated" ? {} : { sort }), ...step };
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen)) {
    if (value !== undefined && value !== "") address.set(name, String(value));
  }
  const text = address.toString();
  return text ? `/projects?${text}` : "/projects";
}
