import pg from "pg";
import { z } from "zod";

const HAN = /\p{Script=Han}/u;
const tableRow = z.object({ table_name: z.string(), column_name: z.string() });

/** These carry their names in both languages: an English screen has no reason to show the Chinese one. */
const TOLD_IN_ENGLISH = ["code_entry", "district", "parameter"];

/** Every text in the database that holds a Han character and has no English beside it: what people typed. */
export async function hanInData(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const columns = await client.query(
      "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying') and table_name <> all($1)",
      [TOLD_IN_ENGLISH],
    );
    const found = new Set<string>();
    for (const { table_name, column_name } of z.array(tableRow).parse(columns.rows)) {
      const column = client.escapeIdentifier(column_name);
      const { rows } = await client.query(
        `select distinct ${column} as text from ${client.escapeIdentifier(table_name)} where ${column} ~ '[一-龥]'`,
      );
      for (const { text } of z.array(z.object({ text: z.string() })).parse(rows)) found.add(text);
    }
    return [...found].sort((a, b) => b.length - a.length);
  } finally {
    await client.end();
  }
}

/** Lines of a screen that still hold Han characters when the data's own texts are taken out. */
export function hanOutsideData(screen: string, data: readonly string[]): string[] {
  return screen
    .split("\n")
    .map((line) => data.reduce((rest, text) => rest.replaceAll(text, ""), line))
    .filter((line) => HAN.test(line));
}
