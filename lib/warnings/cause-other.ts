import { Prisma } from "@/lib/generated/prisma/client";
import type { Look } from "./causes";
import { statesOfRule } from "./rules";

/** Periodic reports that the unit has not handed in by their due time. */
export const reportsLate = ({ now }: Look): Prisma.Sql => Prisma.sql`
  select 'report_late', b.id, 'periodic_report', r.id,
    (r.due_at at time zone 'Asia/Shanghai')::date, null, 'unit_admin',
    jsonb_build_object('report', r.kind, 'year', r.period)
  from batch b
  join periodic_report r on r.project_id = b.id
  where b.state = any(${statesOfRule("report_late")}::text[])
    and r.status = 'open' and r.due_at < ${now.toISOString()}::timestamptz`;

/** Mid-term checks that wait for the unit's own report past their due time. */
export const midTermsLate = ({ now }: Look): Prisma.Sql => Prisma.sql`
  select 'mid_term_late', b.id, 'mid_term_check', c.id,
    (c.due_at at time zone 'Asia/Shanghai')::date, null, 'unit_admin', '{}'::jsonb
  from batch b
  join mid_term_check c on c.project_id = b.id
  where b.state = any(${statesOfRule("mid_term_late")}::text[])
    and c.status = 'planned' and c.due_at < ${now.toISOString()}::timestamptz`;

/**
 * Investigators and key members who have left and whose place nobody has taken since: a new
 * investigator for one, any new member for the other.
 */
export const peopleGone = ({ today }: Look): Prisma.Sql => Prisma.sql`
  select 'person_gone', b.id, 'project_member', m.id, m.valid_to, null, 'unit_admin',
    jsonb_build_object('person', m.name, 'part', m.part)
  from batch b
  join project_member m on m.project_id = b.id
  where b.state = any(${statesOfRule("person_gone")}::text[])
    and m.part in ('investigator', 'key') and m.valid_to < ${today}::date
    and not exists (
      select from project_member n
      where n.project_id = b.id and n.id <> m.id and n.valid_to is null
        and n.valid_from >= m.valid_to and (n.part = m.part or m.part = 'key')
    )`;

/** Payments that lie at one hop of their way; what the bureau holds back is not meant. */
export const moneyStuck = (_look: Look): Prisma.Sql => Prisma.sql`
  select 'money_stuck', b.id, 'payment', p.id,
    (coalesce(p.at_district_finance_at, p.issued_at) at time zone 'Asia/Shanghai')::date, null,
    case p.status when 'issued' then 'district_officer' else 'unit_admin' end,
    jsonb_build_object('amount', p.amount::text)
  from batch b
  join payment p on p.project_id = b.id
  where b.state = any(${statesOfRule("money_stuck")}::text[])
    and p.status in ('issued', 'at_district_finance')`;

/** Grants that have reached the unit and of which too little is spent since the last of them came. */
export const moneyIdle = ({ idlePercent }: Look): Prisma.Sql => Prisma.sql`
  select 'money_idle', b.id, 'project', b.id, r.since, null, 'unit_admin',
    jsonb_build_object('amount', r.received::text, 'spentAmount', b.spent_amount::text)
  from batch b
  cross join lateral (
    select sum(p.amount) as received,
      max((p.received_at at time zone 'Asia/Shanghai')::date) as since
    from payment p
    where p.project_id = b.id and p.status = 'received' and p.purpose = 'grant'
  ) r
  where b.state = any(${statesOfRule("money_idle")}::text[])
    and r.received > 0 and b.spent_amount * 100 < r.received * ${idlePercent}::int`;
