import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { workAs } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";
import { useWorld } from "@/test/world";
import { housekeeping } from "./housekeeping";

const world = useWorld();
const folder = mkdtempSync(join(tmpdir(), "kehe-housekeeping-"));
process.env.KEHE_FILES_DIR = folder;
afterAll(() => {
  workAs("app");
  rmSync(folder, { recursive: true, force: true });
});

const daysAgo = (days: number) => new Date(world.now().getTime() - days * 86_400_000);

it("removes what is past its keep time, as the jobs' role, and nothing younger", async () => {
  for (const days of [1, 190, 201]) {
    await world.owner.securityLog.create({
      data: { id: newId(), at: daysAgo(days), kind: "sign_in", code: `${days}` },
      select: { id: true },
    });
  }
  for (const days of [1, 6, 8]) {
    await world.owner.idempotencyKey.create({
      data: {
        actorId: "a",
        key: `key-${days}`,
        command: "calls.create-call",
        bodyHash: "",
        status: 200,
        answer: {},
        at: daysAgo(days),
      },
      select: { key: true },
    });
  }
  workAs("jobs");
  await housekeeping();
  const log = await world.owner.securityLog.findMany({ select: { code: true } });
  expect(log.map(({ code }) => code).sort()).toEqual(["1", "190"]);
  const keys = await world.owner.idempotencyKey.findMany({ select: { key: true } });
  expect(keys.map(({ key }) => key).sort()).toEqual(["key-1", "key-6"]);
});
