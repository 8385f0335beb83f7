import { systemActor } from "@/lib/access/actor";
import { recordEvents } from "@/lib/audit/event";
import { database, type Tx } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";
import { newId } from "@/lib/kernel/ids";
import { addDays, addWorkingDays } from "@/lib/kernel/working-days";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { numberOf } from "../rules";
import { ruleFor } from "./rule-for";

const atOnce = 200;
const limits = { maxWait: 5_000, timeout: 20_000 };

interface Silent {
  id: string;
  period: number;
  projectId: string;
  unitId: string;
  districtId: string;
}

/**
 * A follow-up report that is overdue by `tracking_silence_days` has the consequence that the rule for
 * silence names, once a report and with an event each; it ends when the report is handed in. One
 * transaction a batch; a repeated sweep finds nothing to do. Answers how many were noted.
 */
export async function sweepSilence(now: Date): Promise<number> {
  let noted = 0;
  for (;;) {
    const done = await database().$transaction(async (tx) => {
      await setContext(tx, systemActor, false);
      return noteBatch(tx, now);
    }, limits);
    noted += done;
    if (done < atOnce) return noted;
  }
}

async function noteBatch(tx: Tx, now: Date): Promise<number> {
  const rule = await ruleFor(tx, "tracking:silent", now);
  if (rule === null) return 0;
  const numbers = await loadNumbers(tx, now);
  const silent = await silentReports(tx, addDays(now, -numberOf(numbers, "tracking_silence_days")));
  const appealUntil = addWorkingDays(
    now,
    rule.appealDays ?? numberOf(numbers, "limit_appeal"),
    await loadCalendar(tx),
  );
  const named = silent.map((report) => ({ report, consequenceId: newId() }));
  await tx.consequence.createMany({
    data: named.map(({ report, consequenceId }) => ({
      id: consequenceId,
      projectId: report.projectId,
      unitId: report.unitId,
      districtId: report.districtId,
      kind: rule.kind,
      basis: rule.basis,
      validFrom: now,
      ruleCode: rule.code,
      ruleVersion: rule.version,
      appealUntil,
      details: { trigger: "tracking:silent", reportId: report.id },
    })),
  });
  await recordEvents(
    tx,
    named.map(({ report: { projectId, unitId, districtId, period }, consequenceId }) => ({
      frame: {
        command: "consequences.note-silence",
        outcome: "done",
        actor: systemActor,
        as: "system",
        now,
      },
      draft: {
        projectId,
        unitId,
        districtId,
        subject: { type: "consequence", id: consequenceId },
        params: { period },
      },
    })),
  );
  return silent.length;
}

/** Open follow-up reports due before this instant without their consequence; locked. */
const silentReports = (tx: Tx, dueBefore: Date) => tx.$queryRaw<Silent[]>`
  select r.id, r.period, r.project_id as "projectId", r.unit_id as "unitId",
    r.district_id as "districtId"
  from periodic_report r join project p on p.id = r.project_id
  where r.kind = 'tracking' and r.status = 'open' and r.due_at < ${dueBefore}
    and p.state = 'tracking'
    and not exists (select from consequence c
      where c.project_id = r.project_id and c.details->>'reportId' = r.id::text)
  order by r.id limit ${atOnce}
  for update of r skip locked`;
