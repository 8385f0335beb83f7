import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { districtsRead } from "./rules";

const shown = 50;

/** The latest hand-overs that the actor may know of, with how much each held. */
export async function handOversRead(tx: Tx, actor: Actor) {
  const read = districtsRead(actor);
  const rows = await tx.handOver.findMany({
    where: read === "all" ? {} : { districtId: { in: [...read] } },
    orderBy: { at: "desc" },
    take: shown,
    select: {
      id: true,
      districtId: true,
      fromName: true,
      toName: true,
      reason: true,
      items: true,
      byName: true,
      at: true,
    },
  });
  return rows.map(({ items, ...row }) => ({
    ...row,
    duties: countIn(items, "duties"),
    projects: countIn(items, "projects"),
  }));
}

export type HandOverLine = Awaited<ReturnType<typeof handOversRead>>[number];

function countIn(items: unknown, name: "duties" | "projects"): number {
  if (items === null || typeof items !== "object" || !(name in items)) return 0;
  const list: unknown = Reflect.get(items, name);
  return Array.isArray(list) ? list.length : 0;
}
