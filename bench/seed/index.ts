import pg from "pg";
import { busyDistrict, insertPeople, insertSession } from "./people";
import { insertProjects, type Waiting } from "./projects";
import { insertReference } from "./reference";
import { insertRows, rowId } from "./rows";

/** What the measurements need to know of the data. */
export interface Seeded {
  officerToken: string;
  districtToken: string;
  waiting: Waiting[];
  /** A running project, whose page has an absorption ledger. */
  activeId: string;
}

interface Plan {
  projects: number;
  waiting: number;
  now: Date;
}

/** Fills a migrated database with projects and all that hangs on them, as its owner and past the triggers. */
export async function seed(
  ownerUrl: string,
  plan: Plan,
  progress: (done: number) => void,
): Promise<Seeded> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    return await fill(client, plan, progress);
  } finally {
    await client.end();
  }
}

async function fill(
  client: pg.Client,
  { projects, waiting, now }: Plan,
  progress: (done: number) => void,
): Promise<Seeded> {
  const people = await insertPeople(client, Math.max(60, Math.floor(projects / 10)));
  const officer = people.officers[0] ?? "";
  const reference = await insertReference(client, officer, waiting, busyDistrict, now);
  await insertRows(
    client,
    "partner",
    Array.from({ length: 200 }, (_, n) => ({
      id: rowId(8, n),
      name: `外方合作单位${n}`,
      countryCode: "DE",
      type: "enterprise",
      createdAt: now,
    })),
  );
  const plan = { count: projects, waiting, now };
  const waitingRows = await insertProjects(client, people, reference, plan, progress);
  const officerToken = await insertSession(client, officer, 0, now);
  const recommending = people.recommending.get(busyDistrict) ?? "";
  const districtToken = await insertSession(client, recommending, 1, now);
  await client.query("vacuum analyze");
  const { rows } = await client.query<{ id: string }>(
    `select p.id from project p join technology t on t.project_id = p.id
     where p.state = 'active' and p.call_id is not null order by p.id limit 1`,
  );
  return { officerToken, districtToken, waiting: waitingRows, activeId: rows[0]?.id ?? "" };
}
