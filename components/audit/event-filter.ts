import { z } from "zod";
import type { EventFilter as EventQuery } from "@/lib/audit/queries";

const day = z.iso.date().optional().catch(undefined);
const empty = (text: unknown) => (text === "" ? undefined : text);

/** The log's filter as it stands in the address; what is not understood is left out. */
export const eventFilter = z.object({
  command: z
    .preprocess(
      empty,
      z
        .string()
        .regex(/^[a-z.-]{1,60}$/)
        .optional(),
    )
    .catch(undefined),
  outcome: z.preprocess(empty, z.enum(["done", "refused"]).optional()).catch(undefined),
  actor: z.preprocess(empty, z.string().trim().max(60).optional()).catch(undefined),
  /** A project by its id, number, or a part of its title. */
  project: z.preprocess(empty, z.string().trim().max(120).optional()).catch(undefined),
  from: day,
  to: day,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});

export type EventFilter = z.output<typeof eventFilter>;

const dayMilliseconds = 86_400_000;

/** Shanghai days as instants; the last day counts whole. */
export function toQuery(filter: EventFilter): EventQuery {
  const start = (text: string) => new Date(`${text}T00:00:00+08:00`);
  return {
    command: filter.command,
    outcome: filter.outcome,
    actorName: filter.actor,
    project: filter.project,
    from: filter.from ? start(filter.from) : undefined,
    to: filter.to ? new Date(start(filter.to).getTime() + dayMilliseconds) : undefined,
    before: filter.before ? BigInt(filter.before) : undefined,
  };
}

/** The address of the log with this filter, from its newest event or before a number. */
export function eventAddress({ before: _before, ...kept }: EventFilter, before?: string): string {
  const entries = Object.entries({ ...kept, before }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  const text = new URLSearchParams(entries).toString();
  return text ? `/audit?${text}` : "/audit";
}
