import { expect, test } from "vitest";
import { useDatabase } from "@/test/database";
import { schemaDifference } from "./schema-difference";

const { ownerUrl } = useDatabase();

test("the migrated database and prisma/schema.prisma are the same", async () => {
  expect(await schemaDifference(ownerUrl, "database")).toBe("");
});

test("a difference is seen", async () => {
  expect(await schemaDifference(ownerUrl, "empty")).toContain("CREATE TABLE");
});
