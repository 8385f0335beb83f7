import pg from "pg";
import { describe, expect, test } from "vitest";
import { type DatabaseRole, roleUrl } from "@/lib/kernel/env";
import { useDatabase } from "@/test/database";
import { prepareDatabase } from "./prepare";

const { ownerUrl } = useDatabase();

async function asRole(role: DatabaseRole, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: roleUrl(role) });
  await client.connect();
  try {
    await client.query(sql);
    return "allowed";
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === "42501" ? "denied" : String(error);
  } finally {
    await client.end();
  }
}

describe("what each login role may do", () => {
  test.each<[DatabaseRole, string, string]>([
    ["app", "select 1 from project", "allowed"],
    ["app", "delete from session where false", "allowed"],
    ["app", "select 1 from event", "allowed"],
    ["app", "update event set code = code where false", "denied"],
    ["app", "delete from event where false", "denied"],
    ["app", "delete from security_log where false", "denied"],
    ["app", "delete from event_head where false", "denied"],
    ["app", "truncate project cascade", "denied"],
    ["app", "create table public.mine ()", "denied"],
    ["app", "update _prisma_migrations set checksum = '' where false", "denied"],
    ["app", "select 1 from pgboss.job", "allowed"],
    ["jobs", "select 1 from project", "allowed"],
    ["jobs", "update event set code = code where false", "denied"],
    ["jobs", "truncate event", "denied"],
    ["jobs", "delete from event where false", "denied"],
    ["jobs", "delete from security_log where false", "allowed"],
    ["jobs", "update security_log set code = code where false", "denied"],
    ["signin", "delete from security_log where false", "denied"],
    ["signin", "select 1 from user_account", "allowed"],
    ["signin", "select 1 from project", "denied"],
    ["signin", "select 1 from event", "denied"],
    ["signin", "delete from user_account where false", "denied"],
  ])("%s: %s is %s", async (role, sql, expected) => {
    expect(await asRole(role, sql)).toBe(expected);
  });
});

test("preparing again changes nothing, even twice at once", async () => {
  const again = await Promise.all([prepareDatabase(ownerUrl), prepareDatabase(ownerUrl)]);
  expect(again).toEqual([[], []]);
  expect(await asRole("app", "select 1 from project")).toBe("allowed");
});
