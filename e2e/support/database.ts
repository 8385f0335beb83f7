import pg from "pg";

/** Rows straight from a journey's database: what no screen tells, or what somebody changed behind Kehe's back. */
export async function askDatabase(
  ownerUrl: string,
  text: string,
  values: readonly string[] = [],
): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
