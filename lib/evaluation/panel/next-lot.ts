import { loadCandidates, partiesOf } from "@/lib/approval/candidates";
import type { Seat } from "@/lib/approval/seats";
import type { CommandContext } from "@/lib/kernel/command";
import type { ProjectRecord } from "@/lib/project/load";
import { drawPanel, exclusionOf, type PoolEntry } from "./draw";
import { type AcceptancePanel, writePanel } from "./load";
import { type DrawRecord, readDraw } from "./record";

/**
 * The next lot for a seat that its expert gave back, from the pool of the same draw and without
 * whoever had a seat or has a conflict by now; noted with the draw. Null where the panel wasn't
 * drawn or nobody is left.
 */
export async function nextLot(
  context: Pick<CommandContext, "tx" | "actor" | "now">,
  project: ProjectRecord,
  panel: AcceptancePanel,
  gone: Seat,
): Promise<string | null> {
  const record = readDraw(panel.draw);
  if (record === null) return null;
  const seated = await seatedNow(context, panel, gone);
  const used = await notAgain(context, project, panel, record);
  const next = drawPanel(record.pool, record.need, record.seed, seated, new Set(used));
  const [entry] = "refused" in next ? [] : next.drawn;
  if (entry === undefined) return null;
  const replacement = {
    at: context.now.toISOString(),
    gone: gone.expertId,
    seated,
    used,
    drawn: entry.id,
  };
  const draw: DrawRecord = { ...record, replacements: [...record.replacements, replacement] };
  await writePanel(context.tx, panel, { draw });
  return entry.id;
}

/** Who keeps his seat, with employer and kind as the bank has them now. */
async function seatedNow(
  { tx }: Pick<CommandContext, "tx">,
  panel: AcceptancePanel,
  gone: Seat,
): Promise<PoolEntry[]> {
  const staying = panel.assignments.filter(({ id }) => id !== gone.id);
  const experts = await tx.expert.findMany({
    where: { userId: { in: staying.map(({ expertId }) => expertId) } },
    orderBy: { userId: "asc" },
    select: { userId: true, employer: true, finance: true, user: { select: { name: true } } },
  });
  return experts.map(({ userId, employer, finance, user }) => ({
    id: userId,
    name: user.name,
    employer,
    finance,
    wished: false,
  }));
}

/** Whoever had a seat in this panel, and those of the pool who could not be drawn today. */
async function notAgain(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  panel: AcceptancePanel,
  record: DrawRecord,
): Promise<string[]> {
  const past = await tx.assignment.findMany({
    where: { panelId: panel.id },
    select: { expertId: true },
  });
  const parties = await partiesOf(tx, project);
  const ids = record.pool.map(({ id }) => id);
  const free = new Set(
    (await loadCandidates(tx, { ids }, parties, now))
      .filter((candidate) => exclusionOf(candidate, parties) === null)
      .map(({ id }) => id),
  );
  const barred = ids.filter((id) => !free.has(id));
  return [...new Set([...past.map(({ expertId }) => expertId), ...barred])].sort();
}
