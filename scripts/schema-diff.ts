/**
 * Prints the SQL that leads to prisma/schema.prisma.
 *   node_modules/.bin/tsx scripts/schema-diff.ts --from-empty        from an empty database
 *   node_modules/.bin/tsx scripts/schema-diff.ts                     from the migrations (a fresh migrated database)
 *   node_modules/.bin/tsx scripts/schema-diff.ts --from-url <url>    from a live database
 */
import { parseArgs } from "node:util";
import { startTemporary } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { schemaDifference } from "@/lib/db/schema-difference";

const { values } = parseArgs({
  options: { "from-empty": { type: "boolean" }, "from-url": { type: "string" } },
});

async function difference(): Promise<string> {
  const live = values["from-url"];
  if (live) return schemaDifference(live, "database");
  const server = await startTemporary();
  try {
    if (values["from-empty"]) return await schemaDifference(server.url, "empty");
    await migrate(server.url);
    return await schemaDifference(server.url, "database");
  } finally {
    await server.stop();
  }
}

process.stdout.write(await difference());
