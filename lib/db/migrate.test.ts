import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/test/database";
import { migrate } from "./migrate";

const { ownerUrl } = useDatabase();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kehe-migrations-"));
  await query("drop table if exists first, second; delete from _prisma_migrations");
});
afterEach(() => rm(folder, { recursive: true }));

async function query(sql: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

async function write(name: string, sql: string) {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

test("applies in order what is missing, once, also when two start together", async () => {
  await write("2_second", "alter table first rename to second");
  await write("1_first", "create table first ()");
  const runs = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)]);
  expect(runs.flat()).toEqual(["1_first", "2_second"]);
  expect(await migrate(ownerUrl, folder)).toEqual([]);
});

test("refuses a migration that was changed after it was applied", async () => {
  await write("1_first", "create table first ()");
  await migrate(ownerUrl, folder);
  await write("1_first", "create table first (a int)");
  await expect(migrate(ownerUrl, folder)).rejects.toThrow(
    "1_first was changed after it was applied",
  );
});

test("refuses a database that is newer than the files", async () => {
  await write("1_first", "create table first ()");
  await migrate(ownerUrl, folder);
  await rm(join(folder, "1_first"), { recursive: true });
  await expect(migrate(ownerUrl, folder)).rejects.toThrow("start the newer version");
});

test("a failing migration leaves nothing behind and can be mended", async () => {
  await write("1_first", "create table first (); select nonsense");
  await expect(migrate(ownerUrl, folder)).rejects.toThrow("1_first failed and was taken back");
  await write("1_first", "create table first ()");
  expect(await migrate(ownerUrl, folder)).toEqual(["1_first"]);
});
