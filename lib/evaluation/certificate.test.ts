import { expect, it } from "vitest";
import { publicActor } from "@/lib/access/actor";
import { query } from "@/lib/kernel/query";
import { useWorld } from "@/test/world";
import { certificateOf, checkedCertificate } from "./certificate";
import { lifeOf, toResult, toReview } from "./life.fixture";

const world = useWorld();

const check = (number: string, code: string) =>
  query(publicActor, (tx) => checkedCertificate(tx, number, code));

it("is told to whoever holds number and code, and says no more than the paper does", async () => {
  const life = lifeOf(world, (await world.project({ state: "active" })).id);
  await toReview(world, life);
  await toResult(life, "passed");
  const own = await query(world.as("enterprise"), (tx) =>
    certificateOf(tx, world.as("enterprise"), life.projectId),
  );
  if (own === null) throw new Error("no certificate");
  const told = await check(own.number, own.code.toLowerCase());
  expect(told).toEqual(own);
  expect(Object.keys(told ?? {}).sort()).toEqual(
    ["code", "concludedAt", "number", "project", "result", "route"].sort(),
  );
  expect(Object.keys(told?.project ?? {}).sort()).toEqual(
    [
      "districtId",
      "endsOn",
      "investigatorName",
      "number",
      "startsOn",
      "title",
      "titleEn",
      "unitName",
    ].sort(),
  );
  const wrong = own.code === "22222222" ? "33333333" : "22222222";
  expect(await check(own.number, wrong)).toBeNull();
  expect(await check("YS-2026-9999", own.code)).toBeNull();
  const foreign = await query(world.as("enterprise2"), (tx) =>
    certificateOf(tx, world.as("enterprise2"), life.projectId),
  );
  expect(foreign).toBeNull();
});

it("is not given where the result is a failure, and no evaluation opens on weights that don't sum", async () => {
  const failed = lifeOf(world, (await world.project({ state: "active" })).id);
  await toReview(world, failed);
  await toResult(failed, "failed");
  expect(
    await world.owner.acceptance.findUnique({
      where: { projectId: failed.projectId },
      select: { certificateNumber: true },
    }),
  ).toEqual({ certificateNumber: null });

  const unsummed = lifeOf(world, (await world.project({ state: "active" })).id);
  await world.owner.target.updateMany({
    where: { projectId: unsummed.projectId, indicatorCode: "Q1" },
    data: { weight: "5" },
  });
  await toReview(world, unsummed);
  await expect(toResult(unsummed, "passed")).rejects.toMatchObject({
    status: 409,
    code: "weights_dont_sum",
    details: { params: { at: "output", expected: "50", actual: "49.00" } },
  });
});
