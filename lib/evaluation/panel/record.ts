import { z } from "zod";
import { hashOf } from "../hash";
import { drawPanel, exclusionReasons } from "./draw";

const poolEntry = z.strictObject({
  id: z.string(),
  name: z.string(),
  employer: z.string(),
  finance: z.boolean(),
  wished: z.boolean(),
});

/** A seat that fell free, and who was drawn for it from the same lots. */
const replacement = z.strictObject({
  at: z.string(),
  gone: z.string(),
  seated: z.array(poolEntry),
  used: z.array(z.string()),
  drawn: z.string(),
});

/** How a draw is kept with its panel: everything that repeating it takes. */
const drawRecord = z.strictObject({
  method: z.literal("sha256-lots-1"),
  seed: z.string(),
  at: z.string(),
  need: z.strictObject({ seats: z.int(), finance: z.int(), perEmployer: z.int() }),
  wished: z.array(z.string()),
  pool: z.array(poolEntry),
  poolHash: z.string(),
  excluded: z.partialRecord(z.enum(exclusionReasons), z.int()),
  drawn: z.array(z.string()),
  replacements: z.array(replacement),
});

export type DrawRecord = z.output<typeof drawRecord>;

/** A stored draw; null where the panel was chosen by hand. */
export function readDraw(stored: unknown): DrawRecord | null {
  const parsed = drawRecord.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** SHA-256 over the pool in the order of its ids. */
export const poolHashOf = (pool: DrawRecord["pool"]): string =>
  hashOf([...pool].sort((one, other) => (one.id < other.id ? -1 : 1)));

/** Repeats a draw and its replacements from what was kept: does the same panel come out? */
export function repeatsAlike(record: DrawRecord): boolean {
  const { pool, need, seed, drawn, replacements } = record;
  if (poolHashOf(pool) !== record.poolHash) return false;
  const again = drawPanel(pool, need, seed);
  if ("refused" in again || again.drawn.map(({ id }) => id).join() !== drawn.join()) return false;
  return replacements.every((each) => {
    const next = drawPanel(pool, need, seed, each.seated, new Set(each.used));
    return !("refused" in next) && next.drawn.length === 1 && next.drawn[0]?.id === each.drawn;
  });
}
