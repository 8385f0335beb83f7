import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/generated/prisma/client";
import { states } from "@/lib/lifecycle/states";
import { cells } from "./cause-ledger";
import { allCauses, boundRows, type Look } from "./causes";

/** A cause without its warning, a warning without its cause, or one that says something else by now. */
export interface Difference {
  /** The open warning; null where there is none yet. */
  warningId: string | null;
  rule: string;
  projectId: string;
  unitId: string;
  districtId: string;
  caseOfficerId: string | null;
  subjectType: string;
  subjectId: string;
  stage: string;
  since: Date;
  params: Record<string, string | number>;
  /** What the cause asks for; null when it is gone. */
  level: string | null;
  holderRole: string | null;
  /** What the open warning says; null where there is none. */
  heldLevel: string | null;
  heldRole: string | null;
}

const stageRows = Prisma.join(
  Object.entries(states).map(([state, { stage }]) => Prisma.sql`(${state}, ${stage})`),
);

/**
 * Compares the causes of these projects with their open warnings, in one statement, and answers only
 * where the two differ.
 */
export function differences(tx: Tx, projectIds: readonly string[], look: Look) {
  return tx.$queryRaw<Difference[]>`
    with batch as materialized (
      select p.id, p.unit_id, p.district_id, p.case_officer_id, p.state, p.spent_amount, s.stage
      from project p join (values ${stageRows}) as s (state, stage) on s.state = p.state
      where p.id = any(${projectIds}::uuid[])
    ), cell as materialized (${cells}), cause as materialized (${allCauses(look)}), standing as (
      select c.*, case
        when c.share is not null then
          case when c.share < t.red_share then 'red' when c.share < t.amber_share then 'amber' end
        when c.since + make_interval(months => t.red_months, days => t.red_days)
          < ${look.today}::date then 'red'
        when c.since + make_interval(months => t.amber_months, days => t.amber_days)
          < ${look.today}::date then 'amber'
      end as level
      from cause c join ${boundRows(look)} on t.rule = c.rule
    ), due as (
      select d.*, b.stage as place
      from standing d join batch b on b.id = d.project_id where d.level is not null
    ), held as (
      select w.* from warning w
      where w.project_id = any(${projectIds}::uuid[]) and w.closed_at is null
    )
    select w.id as "warningId", coalesce(d.rule, w.rule) as rule, b.id as "projectId",
      b.unit_id as "unitId", b.district_id as "districtId", b.case_officer_id as "caseOfficerId",
      coalesce(d.subject_type, w.subject_type) as "subjectType",
      coalesce(d.subject_id, w.subject_id) as "subjectId", b.stage,
      case when d.rule is null or (w.id is not null and d.share is not null)
        then w.since else d.since end as since,
      coalesce(d.params, w.params) as params,
      d.level, d.holder_role as "holderRole", w.level as "heldLevel", w.holder_role as "heldRole"
    from due d
    full join held w on w.rule = d.rule and w.subject_id = d.subject_id
    join batch b on b.id = coalesce(d.project_id, w.project_id)
    where w.id is null or d.rule is null or w.level <> d.level or w.holder_role <> d.holder_role
      or w.stage <> d.place
      or (d.share is null and (w.since <> d.since or w.params <> d.params))
    order by b.id, rule, "subjectId"`;
}
