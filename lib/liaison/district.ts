import type { Actor } from "@/lib/access/actor";
import { isAllowed } from "@/lib/access/policy";
import type { Tx } from "@/lib/db/client";
import { loadCalendar } from "@/lib/reference/settings";
import { bodiesInForce, formerBodies } from "./bodies";
import { officersOf } from "./people";
import { districtDuties, settledDuties } from "./queries";
import { gapsOf, mayKeep, readsDistrict, responseTimes } from "./rules";
import { visitsOf } from "./visits";
import { watchList } from "./watch";

const openShown = 50;

/** One district's desk: its body, what waits, how fast it answers, its visits and its watch list; null outside the scope. */
export async function districtDesk(tx: Tx, actor: Actor, districtId: string, now: Date) {
  if (!readsDistrict(actor, districtId)) return null;
  const district = await tx.district.findFirst({
    where: { id: districtId, OR: [{ validTo: null }, { validTo: { gte: now } }] },
    select: { id: true },
  });
  if (district === null) return null;
  const body = (await bodiesInForce(tx, [districtId], now)).get(districtId) ?? null;
  const open = { AND: [districtDuties([districtId]), { status: "open" }] };
  return {
    districtId,
    body,
    gaps: gapsOf(body),
    former: await formerBodies(tx, districtId),
    mayEdit: isAllowed(mayKeep(actor, districtId)),
    officers: await officersOf(tx, districtId, now),
    times: responseTimes(await settledDuties(tx, [districtId], now), await loadCalendar(tx)),
    openCount: await tx.duty.count({ where: open }),
    open: await tx.duty.findMany({
      where: open,
      orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { since: "asc" }, { id: "asc" }],
      take: openShown,
      select: {
        id: true,
        kind: true,
        params: true,
        subjectType: true,
        subjectId: true,
        unitId: true,
        since: true,
        dueAt: true,
        project: { select: { id: true, number: true, title: true, titleEn: true, unitName: true } },
      },
    }),
    visits: await visitsOf(tx, actor, { districtId }),
    watched: await watchList(tx, actor, { districtId }),
  };
}

export type DistrictDesk = NonNullable<Awaited<ReturnType<typeof districtDesk>>>;
