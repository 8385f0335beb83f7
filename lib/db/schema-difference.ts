import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** Tables that live in the database but not in the Prisma schema, besides the migrator's own. */
const FILTERS = { externalTables: [], externalEnums: [] };

/**
 * The SQL that turns an empty database, or the one at `url`, into prisma/schema.prisma; "" when nothing is to do.
 * Prisma's own engine as WebAssembly, because its native one isn't on the npm registry.
 * The engine asks a live server for its version in either case.
 */
export async function schemaDifference(url: string, from: "empty" | "database"): Promise<string> {
  await loadEngine();
  const content = await readFile(join(process.cwd(), "prisma/schema.prisma"), "utf8");
  const files = [{ path: "schema.prisma", content }];
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(url));
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: [["schema.prisma", content]] },
    () => {},
    adapter,
  );
  const start =
    from === "empty"
      ? { tag: "empty" as const }
      : { tag: "schemaDatasource" as const, files, configDir: process.cwd() };
  const { stdout } = await schemaEngine.diff({
    from: start,
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  const sql = stdout ?? "";
  return sql.trim() === "-- This is an empty migration." ? "" : sql;
}

/** PostgreSQL's one-byte "char", which the catalogues use and Prisma's adapter doesn't know, and text. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/** Prisma's adapter, taught to hand "char" columns on as the engine expects them. */
class CatalogueAdapter extends PrismaPg {
  readonly #charColumns: Set<string>;

  constructor(url: string) {
    const charColumns = new Set<string>();
    super(describingPool(url, charColumns), { disposeExternalPool: true });
    this.#charColumns = charColumns;
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnNames.map((name, index) =>
        this.#charColumns.has(name) ? ColumnTypeEnum.Character : result.columnTypes[index],
      );
      return { ...result, columnTypes: columnTypes.filter((type) => type !== undefined) };
    };
    return adapter;
  }
}

/** A pool that passes "char" columns off as text and notes their names. */
function describingPool(connectionString: string, charColumns: Set<string>): pg.Pool {
  const pool = new pg.Pool({ connectionString });
  const query = pool.query.bind(pool);
  const describing = async (config: pg.QueryConfig, values: unknown[]) => {
    const result = await query(config, values);
    for (const field of result.fields) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = TEXT_OID;
      charColumns.add(field.name);
    }
    return result;
  };
  return Object.assign(pool, { query: describing });
}

let loaded: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(entry.replace(/\.js$/, ".wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, {
      "./schema_engine_bg.js": { ...engine },
    });
    engine.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start !== "function") throw new Error("The schema engine has no entry point");
    start();
  })();
  return loaded;
}
