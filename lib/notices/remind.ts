import { systemActor } from "@/lib/access/actor";
import { database, type Tx } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";
import { Prisma } from "@/lib/generated/prisma/client";
import { newId } from "@/lib/kernel/ids";
import { reminderKey, reminderOffsets } from "./reminders";

const batch = 1_000;

interface Due {
  dutyId: string;
  projectId: string | null;
  unitId: string | null;
  districtId: string | null;
  dueAt: Date;
  offsetDays: number;
}

/**
 * Writes each reminder that is due and not yet written; answers how many. Duties come in the order of
 * their due times, a batch a transaction; a unique key keeps a repeated or killed run from doubling.
 */
export async function remind(now: Date): Promise<number> {
  let sent = 0;
  let last: Due | undefined;
  do {
    const after: Due | undefined = last;
    const found: Due[] = await database().$transaction(async (tx) => {
      await setContext(tx, systemActor, false);
      const due = await unreminded(tx, now, after);
      sent += await write(tx, due, now);
      return due;
    });
    last = found.length === batch ? found.at(-1) : undefined;
  } while (last !== undefined);
  return sent;
}

/** Open duties whose latest offset (the smallest one passed) has no reminder for this due time. */
function unreminded(tx: Tx, now: Date, after: Due | undefined): Promise<Due[]> {
  const at = now.toISOString();
  const past = after
    ? Prisma.sql`(d.due_at, d.id) > (${after.dueAt.toISOString()}::timestamptz, ${after.dutyId}::uuid)`
    : Prisma.sql`true`;
  return tx.$queryRaw<Due[]>`
    select d.id as "dutyId", d.project_id as "projectId", d.unit_id as "unitId",
      d.district_id as "districtId", d.due_at as "dueAt", o.days as "offsetDays"
    from duty d
    cross join lateral (
      select min(days) as days from unnest(${[...reminderOffsets]}::int[]) as days
      where d.due_at <= ${at}::timestamptz + make_interval(hours => 24 * days)
    ) o
    where d.status = 'open' and d.since <= ${at}::timestamptz and ${past}
      and d.due_at <= ${at}::timestamptz + make_interval(hours => 24 * ${reminderOffsets[0]}::int)
      and not exists (
        select from reminder r where r.key = d.id || ':'
          || to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ':' || o.days
      )
    order by d.due_at, d.id limit ${batch}`;
}

async function write(tx: Tx, due: readonly Due[], now: Date): Promise<number> {
  if (due.length === 0) return 0;
  const rows = due.map((row) => ({
    ...row,
    id: newId(),
    key: reminderKey(row.dutyId, row.dueAt, row.offsetDays),
  }));
  return tx.$executeRaw`
    insert into reminder (id, key, duty_id, project_id, unit_id, district_id, offset_days, at)
    select id, key, "dutyId", "projectId", "unitId", "districtId", "offsetDays",
      ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, key text,
      "dutyId" uuid, "projectId" uuid, "unitId" uuid, "districtId" text, "offsetDays" int)
    on conflict (key) do nothing`;
}
