import pg from "pg";
import { insertPeople, insertSession } from "./people";
import { insertReference } from "./reference";

/** A city with so many running projects; every project has two or three technologies, ten cells on average. */
export interface RiskPlan {
  projects: number;
  now: Date;
}

export interface SeededRisks {
  officerToken: string;
  districtToken: string;
  cells: number;
}

/** A number from 0 to 99 that belongs to n and k, the same in each run. */
const draw = (k: number) => `abs(hashint8extended(n, ${k}) % 100)`;

const guard = "p.id, p.unit_id, p.district_id";

/** Set-based, since a million rows one by one would take an hour. Each reads what the former made. */
const statements: readonly string[] = [
  `create temporary table place as
     select id as unit_id, name, district_id, (row_number() over (order by id) - 1)::int as at from unit`,
  `insert into project (id, number, title, origin, programme_level, unit_id, unit_name, district_id,
     administrative_district_id, managing_unit_id, state, state_since, due_at, year, country_code,
     industry_code, cooperation_mode, starts_on, ends_on, grant_amount, budget_total, adjusted_budget,
     spent_amount, case_officer_id, created_by_id, created_at, updated_at)
   select gen_random_uuid(), 'R' || lpad(n::text, 8, '0'), '国际合作技术引进消化吸收项目' || n, 'registered',
     'city', u.unit_id, u.name, u.district_id, u.district_id, u.district_id,
     case when ${draw(1)} < 5 then 'tracking' else 'active' end, $1::timestamptz,
     $1::timestamptz + interval '300 days', 2025, 'DE', 'new_medicine', 'M1',
     $1::date - (${draw(2)} * 9)::int, $1::date + 365, 600000, 3000000, 3000000,
     case when ${draw(3)} < 8 then 100000 else 500000 end, $2::uuid, $2::uuid,
     $1::timestamptz, $1::timestamptz
   from generate_series(1, $3::int) n join place u on u.at = n % (select count(*)::int from place)`,
  `create temporary table running as
     select *, (row_number() over (order by number))::bigint as n from project`,
  `insert into technology (id, project_id, unit_id, district_id, name, position, weight, main, trl_scale_id, template_id)
   select gen_random_uuid(), ${guard}, '关键技术' || t, t, 0.4, t = 1, 'qd13', $4::uuid
   from running p cross join generate_series(1, 3) t where t <= 2 + p.n % 2`,
  `insert into ledger_link (id, project_id, unit_id, district_id, technology_id, link, position,
     planned_to, status, actual_from, actual_to, cost, planned_cost)
   select gen_random_uuid(), ${guard}, t.id, k.link, k.at, p.starts_on + k.at * 180 + t.position * 20,
     case when done then 'closed' else 'open' end,
     case when done or k.link = 'digest' and ${draw(5)} < 96 then p.starts_on + k.at * 150 end,
     case when done then p.starts_on + k.at * 180 end,
     case when done then 200000 else 0 end, 200000
   from running p join technology t on t.project_id = p.id
   cross join (values ('import', 1), ('digest', 2), ('absorb', 3), ('reinnovate', 4)) as k (link, at)
   cross join lateral (select p.starts_on + k.at * 180 < $1::date
     and abs(hashint8extended(p.n, 10 + t.position) % 100) >= 4 * k.at as done) d`,
  `insert into milestone (id, project_id, unit_id, district_id, name, planned_on, done_on)
   select gen_random_uuid(), ${guard}, '样机完成', p.starts_on + k * 200,
     case when p.starts_on + k * 200 < $1::date and ${draw(20)} >= 6 then p.starts_on + k * 200 end
   from running p cross join generate_series(1, 2) k`,
  `insert into project_member (id, project_id, unit_id, district_id, name, part, valid_from, valid_to)
   select gen_random_uuid(), ${guard}, '成员' || k, case k when 1 then 'investigator' else 'key' end,
     p.starts_on, case when k = 3 and ${draw(30)} < 3 then $1::date - 20 end
   from running p cross join generate_series(1, 3) k`,
  `insert into payment (id, project_id, unit_id, district_id, purpose, status, amount, original_amount,
     issued_at, issued_by_id, received_at)
   select gen_random_uuid(), ${guard}, 'grant', case when ${draw(40)} < 4 then 'issued' else 'received' end,
     360000, 360000, p.starts_on, $2::uuid, case when ${draw(40)} >= 4 then p.starts_on + 20 end
   from running p`,
  `insert into periodic_report (id, project_id, unit_id, district_id, kind, period, status, form_version_id, due_at)
   select gen_random_uuid(), ${guard}, 'annual', 2025, case when ${draw(50)} < 6 then 'open' else 'closed' end,
     $5::uuid, $1::timestamptz - interval '20 days'
   from running p`,
];

/** Fills a migrated database with running projects whose ledgers stand at every point of their time. */
export async function seedRisks(
  ownerUrl: string,
  { projects, now }: RiskPlan,
): Promise<SeededRisks> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    const people = await insertPeople(client, Math.max(60, Math.floor(projects / 10)));
    const officer = people.officers[0] ?? "";
    const reference = await insertReference(client, officer, 0, "320412", now);
    const values = [
      now.toISOString(),
      officer,
      projects,
      reference.ledgerTemplate,
      reference.reportForm,
    ];
    for (const text of statements) await client.query(...used(text, values));
    const officerToken = await insertSession(client, officer, 0, now);
    const district = people.recommending.get("320412") ?? "";
    const districtToken = await insertSession(client, district, 1, now);
    await client.query("vacuum analyze");
    const { rows } = await client.query<{ n: number }>(
      "select count(*)::int as n from ledger_link",
    );
    return { officerToken, districtToken, cells: rows[0]?.n ?? 0 };
  } finally {
    await client.end();
  }
}

/** The statement with the values that it names, numbered anew. */
function used(text: string, values: readonly unknown[]): [string, unknown[]] {
  const wanted = [...new Set(text.match(/\$\d/g) ?? [])].sort();
  const renamed = wanted.reduce((sql, name, at) => sql.replaceAll(name, `$${at + 1}`), text);
  return [renamed, wanted.map((name) => values[Number(name.slice(1)) - 1])];
}
