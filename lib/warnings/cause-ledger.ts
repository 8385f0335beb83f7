import { Prisma } from "@/lib/generated/prisma/client";
import type { Look } from "./causes";
import { statesOfRule } from "./rules";

/** Links over their planned day (domain.md §2.2); what is handed in waits for the district. */
export const linksLate = ({ today }: Look): Prisma.Sql => Prisma.sql`
  select 'link_late' as rule, b.id as project_id, 'ledger_link' as subject_type, l.id as subject_id,
    l.planned_to as since, null::numeric as share,
    case l.status when 'submitted' then 'district_officer' else 'filler' end as holder_role,
    jsonb_build_object('link', l.link, 'technology', t.name, 'planned', l.planned_to) as params
  from batch b
  join ledger_link l on l.project_id = b.id
  join technology t on t.id = l.technology_id
  where b.state = any(${statesOfRule("link_late")}::text[])
    and l.status <> 'closed' and l.planned_to < ${today}::date and t.removed_at is null`;

/** Imports that are paid for, or closed, and whose digestion nobody has begun. */
export const undigested = (_look: Look): Prisma.Sql => Prisma.sql`
  select 'undigested', b.id, 'ledger_link', d.id, least(i.actual_to, paid.as_of), null, 'filler',
    jsonb_build_object('technology', t.name, 'paid', least(i.actual_to, paid.as_of))
  from batch b
  join ledger_link i on i.project_id = b.id and i.link = 'import'
  join technology t on t.id = i.technology_id and t.removed_at is null
  join ledger_link d on d.technology_id = i.technology_id and d.link = 'digest'
  left join lateral (
    select min(f.as_of) as as_of from ledger_figure f
    where f.ledger_link_id = i.id and f.code = 'paid' and f.value > 0
  ) paid on true
  where b.state = any(${statesOfRule("undigested")}::text[])
    and d.status = 'open' and d.actual_from is null and d.cost = 0
    and least(i.actual_to, paid.as_of) is not null
    and not exists (select from evidence e where e.ledger_link_id = d.id)`;

/**
 * Projects whose R = (digestion + absorption) ÷ import (domain.md §2.1) lies under the plan's path:
 * each planned cost counts by the share of its link's time that has passed.
 */
export const ratiosLow = ({ today }: Look): Prisma.Sql => Prisma.sql`
  select 'ratio_low', b.id, 'project', b.id, ${today}::date,
    floor(100 * (s.own / s.import) / (s.path / s.planned)), 'unit_admin',
    jsonb_build_object('ratio', round(s.own / s.import, 2)::text,
      'path', round(s.path / s.planned, 2)::text)
  from batch b
  cross join lateral (
    select
      sum(l.cost) filter (where l.link = 'import') as import,
      sum(l.cost) filter (where l.link in ('digest', 'absorb')) as own,
      sum(l.planned_cost) filter (where l.link = 'import') as planned,
      sum(l.planned_cost * least(1, greatest(0,
        (${today}::date - l.begins)::numeric / greatest(1, l.planned_to - l.begins))))
        filter (where l.link in ('digest', 'absorb')) as path
    from (
      select k.*, coalesce(k.planned_from,
        lag(k.planned_to) over (partition by k.technology_id order by k.position)) as begins
      from ledger_link k
      join technology t on t.id = k.technology_id and t.removed_at is null
      where k.project_id = b.id
    ) l
  ) s
  where b.state = any(${statesOfRule("ratio_low")}::text[])
    and s.import > 0 and s.planned > 0 and s.path > 0`;

/** Milestones over their planned day: those of modes without a ledger, and all others. */
export const milestonesLate = ({ today }: Look): Prisma.Sql => Prisma.sql`
  select 'milestone_late', b.id, 'milestone', m.id, m.planned_on, null, 'filler',
    jsonb_build_object('name', m.name, 'planned', m.planned_on)
  from batch b
  join milestone m on m.project_id = b.id
  where b.state = any(${statesOfRule("milestone_late")}::text[])
    and m.done_on is null and m.planned_on < ${today}::date`;
