import { Prisma } from "@/lib/generated/prisma/client";
import type { Look } from "./causes";
import { statesOfRule } from "./rules";

/**
 * The ledger's cells in a batch of projects, read once for all rules on them; each with the day on
 * which its time begins: as planned, or with the planned end of the link before.
 */
export const cells = Prisma.sql`
  select l.id, l.project_id, l.technology_id, l.link, l.status, l.planned_to, l.planned_cost, l.cost,
    l.actual_from, l.actual_to, t.name as technology, b.state,
    coalesce(l.planned_from,
      lag(l.planned_to) over (partition by l.technology_id order by l.position)) as begins
  from batch b
  join ledger_link l on l.project_id = b.id
  join technology t on t.id = l.technology_id and t.removed_at is null`;

/** Links over their planned day (domain.md §2.2); what is handed in waits for the district. */
export const linksLate = ({ today }: Look): Prisma.Sql => Prisma.sql`
  select 'link_late' as rule, c.project_id, 'ledger_link' as subject_type, c.id as subject_id,
    c.planned_to as since, null::numeric as share,
    case c.status when 'submitted' then 'district_officer' else 'filler' end as holder_role,
    jsonb_build_object('link', c.link, 'technology', c.technology, 'planned', c.planned_to) as params
  from cell c
  where c.state = any(${statesOfRule("link_late")}::text[])
    and c.status <> 'closed' and c.planned_to < ${today}::date`;

/** Imports that are paid for, or closed, and whose digestion nobody has begun. */
export const undigested = (_look: Look): Prisma.Sql => Prisma.sql`
  select 'undigested', d.project_id, 'ledger_link', d.id, least(i.actual_to, paid.as_of), null,
    'filler',
    jsonb_build_object('technology', d.technology, 'paid', least(i.actual_to, paid.as_of))
  from cell d
  join cell i on i.technology_id = d.technology_id and i.link = 'import'
  left join lateral (
    select min(f.as_of) as as_of from ledger_figure f
    where f.ledger_link_id = i.id and f.code = 'paid' and f.value > 0
  ) paid on true
  where d.link = 'digest' and d.state = any(${statesOfRule("undigested")}::text[])
    and d.status = 'open' and d.actual_from is null and d.cost = 0
    and least(i.actual_to, paid.as_of) is not null
    and not exists (select from evidence e where e.ledger_link_id = d.id)`;

/**
 * Projects whose R = (digestion + absorption) ÷ import (domain.md §2.1) lies under the plan's path:
 * each planned cost counts by the share of its link's time that has passed.
 */
export const ratiosLow = ({ today }: Look): Prisma.Sql => Prisma.sql`
  select 'ratio_low', s.project_id, 'project', s.project_id, ${today}::date,
    floor(100 * (s.own / s.import) / (s.path / s.planned)), 'unit_admin',
    jsonb_build_object('ratio', round(s.own / s.import, 2)::text,
      'path', round(s.path / s.planned, 2)::text)
  from (
    select c.project_id,
      sum(c.cost) filter (where c.link = 'import') as import,
      sum(c.cost) filter (where c.link in ('digest', 'absorb')) as own,
      sum(c.planned_cost) filter (where c.link = 'import') as planned,
      sum(c.planned_cost * least(1, greatest(0,
        (${today}::date - c.begins)::numeric / greatest(1, c.planned_to - c.begins))))
        filter (where c.link in ('digest', 'absorb')) as path
    from cell c where c.state = any(${statesOfRule("ratio_low")}::text[]) group by c.project_id
  ) s
  where s.import > 0 and s.planned > 0 and s.path > 0`;

/** Milestones over their planned day: those of modes without a ledger, and all others. */
export const milestonesLate = ({ today }: Look): Prisma.Sql => Prisma.sql`
  select 'milestone_late', b.id, 'milestone', m.id, m.planned_on, null, 'filler',
    jsonb_build_object('name', m.name, 'planned', m.planned_on)
  from batch b
  join milestone m on m.project_id = b.id
  where b.state = any(${statesOfRule("milestone_late")}::text[])
    and m.done_on is null and m.planned_on < ${today}::date`;
