import { expect, it } from "vitest";
import { recommend } from "@/lib/application/commands/recommend";
import { query } from "@/lib/kernel/query";
import { addCode } from "@/lib/reference/commands/add-code";
import { endCode } from "@/lib/reference/commands/end-code";
import { setParameter } from "@/lib/reference/commands/set-parameter";
import { useWorld, worldStart } from "@/test/world";
import { callDetail, listCalls } from "../queries";
import { createCall } from "./create-call";
import { extendForUnit } from "./extend-for-unit";
import { publishCall } from "./publish-call";
import { setQuota } from "./set-quota";
import { updateCall } from "./update-call";

const world = useWorld();
const { run, reference } = world;

const fields = {
  code: "CALL-2026-02",
  title: "2026年度第二批国际科技合作项目",
  year: 2026,
  programmeLevel: "city",
  opensAt: "2026-04-01T01:00:00Z",
  closesAt: "2026-05-31T09:00:00Z",
  districtClosesAt: "2026-06-05T09:00:00Z",
  budget: "5000000",
  maxPerUnit: 1,
  publicityDays: 5,
  lightProfile: false,
  description: "",
  formVersionId: reference.formVersion,
  scoreSheetId: reference.scoreSheet,
  indicatorSetId: reference.indicatorSet,
  evaluationRuleId: reference.evaluationRule,
};

const seenBy = async (person: "filler" | "officer") =>
  (await query(world.as(person), (tx) => listCalls(tx, world.as(person), world.now()))).map(
    ({ code, open }) => `${code} ${open}`,
  );

it("is drafted, published and then frozen; units see it only then", async () => {
  await expect(run("enterprise", createCall, fields)).rejects.toMatchObject({ status: 403 });
  await expect(
    run("officer", createCall, { ...fields, closesAt: fields.opensAt }),
  ).rejects.toMatchObject({ status: 422, details: { fields: { closesAt: [{}] } } });
  const { callId } = (await run("officer", createCall, fields)) as { callId: string };
  expect(await seenBy("filler")).toEqual(["CALL-2026-01 true"]);
  await run("officer", updateCall, { ...fields, callId, version: 1, maxPerUnit: 2 });
  await run("officer", publishCall, { callId, version: 2 });
  expect(await seenBy("filler")).toEqual(["CALL-2026-02 false", "CALL-2026-01 true"]);
  await expect(run("officer", updateCall, { ...fields, callId, version: 3 })).rejects.toMatchObject(
    { status: 409, code: "call_already_published" },
  );
});

it("stays open for one late unit", async () => {
  world.setClock("2026-04-01T02:00:00Z");
  const late = {
    callId: reference.call,
    unitId: world.units.first.id,
    closesAt: "2026-04-03T09:00:00Z",
    reason: "系统故障",
  };
  await expect(
    run("officer", extendForUnit, { ...late, closesAt: "2026-03-20T09:00:00Z" }),
  ).rejects.toMatchObject({ status: 422 });
  await run("officer", extendForUnit, late);
  const openFor = (person: "filler" | "enterprise2") =>
    query(world.as(person), (tx) =>
      callDetail(tx, world.as(person), reference.call, world.now()),
    ).then((call) => [call?.open, call?.daysLeft, call?.extensions.length]);
  expect(await openFor("filler")).toEqual([true, 2, 0]);
  expect(await openFor("enterprise2")).toEqual([false, null, 0]);
  world.setClock(worldStart);
});

it("bounds what a district may recommend", async () => {
  await run("officer", setQuota, { callId: reference.call, districtId: "320411", quota: 0 });
  const { id } = await world.project({ state: "district_review", unit: "second" });
  const body = { projectId: id, version: 1, opinion: "同意推荐" };
  await expect(run("district2", recommend, body)).rejects.toMatchObject({
    status: 409,
    code: "inside_district_quota",
  });
  await run("officer", setQuota, { callId: reference.call, districtId: "320411", quota: null });
  await run("district2", recommend, body);
});

it("settings and code lists are the system administrator's alone", async () => {
  await world.owner.parameter.create({
    data: {
      id: reference.partner,
      key: "publicity_days",
      version: 1,
      value: 5,
      basis: "通行",
      validFrom: world.now(),
    },
    select: { id: true },
  });
  const change = { key: "publicity_days", version: 1, value: "7", basis: "市局决定" };
  await expect(run("secadmin", setParameter, change)).rejects.toMatchObject({ status: 403 });
  await expect(run("admin", setParameter, { ...change, value: "七" })).rejects.toMatchObject({
    status: 422,
  });
  await run("admin", setParameter, change);
  await expect(run("admin", setParameter, change)).rejects.toMatchObject({ status: 409 });
  const entry = {
    list: "industry_1028",
    code: "X1",
    zh: "新链",
    en: "New",
    validFrom: "2026-01-01",
  };
  await expect(run("secadmin", addCode, entry)).rejects.toMatchObject({ status: 403 });
  await run("admin", addCode, entry);
  await expect(run("admin", addCode, entry)).rejects.toMatchObject({ code: "code_already_valid" });
  const { zh: _zh, en: _en, ...named } = entry;
  await run("admin", endCode, { ...named, validTo: "2026-06-30" });
  await run("admin", addCode, { ...entry, validFrom: "2026-07-01" });
});
