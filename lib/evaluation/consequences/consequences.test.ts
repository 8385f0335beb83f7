import { beforeAll, describe, expect, it } from "vitest";
import { commandNamed } from "@/lib/commands/registry";
import { query } from "@/lib/kernel/query";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { loadReference } from "@/lib/reference/load";
import { type PersonName, useWorld } from "@/test/world";
import { audit, type Life, lifeOf, submitSelf, toResult, toReview } from "../life.fixture";
import { consequencesOf, unitRecord } from "./queries";
import { sweepSilence } from "./silence";

const world = useWorld();
beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 60_000,
  }),
);

async function concluded(result: "passed" | "concluded" | "failed"): Promise<Life> {
  const life = lifeOf(world, (await world.project({ state: "active" })).id);
  await toReview(world, life);
  await toResult(life, result);
  await submitSelf(life);
  await audit(life);
  return life;
}

const inForce = async (life: Life) => {
  const rows = await world.owner.consequence.findMany({
    where: { projectId: life.projectId, status: "in_force" },
    orderBy: { ruleCode: "asc" },
    select: { ruleCode: true, kind: true, validTo: true, appealUntil: true },
  });
  return rows.map(({ ruleCode }) => ruleCode);
};

function run(person: PersonName, verb: string, body: object) {
  const command = commandNamed(`consequences.${verb}`);
  if (command === null) throw new Error(verb);
  world.setClock(new Date(world.now().getTime() + 60_000));
  return world.run(person, command, body);
}

const consequence = (life: Life, ruleCode: string) =>
  world.owner.consequence.findFirstOrThrow({
    where: { projectId: life.projectId, ruleCode },
    orderBy: { validFrom: "desc" },
    select: { id: true, version: true, status: true, validTo: true },
  });

const appealAgainst = async (life: Life, ruleCode: string, person: PersonName = "enterprise") => {
  const { id, version } = await consequence(life, ruleCode);
  return run(person, "file-appeal", {
    projectId: life.projectId,
    consequenceId: id,
    consequenceVersion: version,
    contactName: "周敏",
    phone: "0519-85588001",
    content: "新增销售收入的核定口径有误",
  });
};

const appealTarget = async (life: Life) => {
  const row = await world.owner.objection.findFirstOrThrow({
    where: { projectId: life.projectId, kind: "appeal" },
    orderBy: [{ filedAt: "desc" }, { id: "desc" }],
    select: { id: true, version: true },
  });
  return { projectId: life.projectId, appealId: row.id, appealVersion: row.version };
};

describe("consequences", () => {
  it("follow from the grade, with rule, basis and period, and stand in the unit's record", async () => {
    const life = await concluded("passed");
    await life.step("manager", "finalise-grade");
    expect(await inForce(life)).toEqual(["watch_good"]);
    const record = await query(world.as("officer"), (tx) =>
      unitRecord(tx, world.as("officer"), world.units.first.id, world.now()),
    );
    expect(record?.projects.find(({ id }) => id === life.projectId)).toMatchObject({
      grade: "good",
      finalScore: "88.83",
    });
    expect(record?.standing).toContainEqual(expect.objectContaining({ kind: "attention" }));
    const foreign = world.as("enterprise2");
    const hidden = await query(foreign, (tx) =>
      unitRecord(tx, foreign, world.units.first.id, world.now()),
    );
    expect(hidden).toBeNull();
    const shown = await query(world.as("enterprise"), (tx) =>
      consequencesOf(tx, world.as("enterprise"), life.projectId, world.now()),
    );
    expect(shown).toMatchObject([
      {
        kind: "attention",
        standing: "in_force",
        trigger: "grade:good",
        actions: ["consequences.file-appeal"],
      },
    ]);
  });

  it("of a failed acceptance limit the next application until an appeal is upheld", async () => {
    const life = await concluded("failed");
    expect(await inForce(life)).toEqual(["limit_failed", "refund_failed"]);
    const draft = lifeOf(world, (await world.project({ state: "draft" })).id);
    const submit = commandNamed("application.submit");
    if (submit === null) throw new Error("no submit");
    const again = async () =>
      world.run("enterprise", submit, {
        projectId: draft.projectId,
        version: (await draft.project()).version,
      });
    await expect(again()).rejects.toMatchObject({ code: "no_limit_in_force" });

    await expect(appealAgainst(life, "limit_failed", "filler")).rejects.toMatchObject({
      status: 403,
    });
    await appealAgainst(life, "limit_failed");
    await expect(appealAgainst(life, "limit_failed")).rejects.toMatchObject({
      code: "appeal_open",
    });
    const accept = { step: "accept" };
    await expect(
      run("officer", "handle-appeal", { ...(await appealTarget(life)), ...accept }),
    ).rejects.toMatchObject({ code: "four_eyes" });
    await expect(
      run("manager", "decide-appeal", {
        ...(await appealTarget(life)),
        verdict: "upheld",
        finding: "误",
      }),
    ).rejects.toMatchObject({ code: "appeal_step_not_due" });
    await run("head", "handle-appeal", { ...(await appealTarget(life)), ...accept });
    await expect(
      run("head", "handle-appeal", { ...(await appealTarget(life)), step: "investigate" }),
    ).rejects.toMatchObject({ status: 422 });
    await run("head", "handle-appeal", {
      ...(await appealTarget(life)),
      step: "investigate",
      finding: "核定口径确有误",
    });
    await run("manager", "decide-appeal", {
      ...(await appealTarget(life)),
      verdict: "upheld",
      finding: "撤销限制",
    });
    expect((await consequence(life, "limit_failed")).status).toBe("lifted");
    await expect(again()).rejects.not.toMatchObject({ code: "no_limit_in_force" });
  });

  it("are appealed against on paper: one enters, another compares, the day of receipt counts", async () => {
    const life = await concluded("failed");
    const enter = async (person: PersonName, rest: object = {}) => {
      const { id, version } = await consequence(life, "limit_failed");
      return run(person, "record-paper-appeal", {
        projectId: life.projectId,
        consequenceId: id,
        consequenceVersion: version,
        contactName: "周敏",
        phone: "0519-85588001",
        content: "新增销售收入的核定口径有误",
        receivedOn: shanghaiDate(received),
        paperNumber: "科信〔2026〕12号",
        scanFileId: await world.file("officer"),
        ...rest,
      });
    };
    const received = world.now();
    const compare = async (person: PersonName, answer: string, reason?: string) =>
      run(person, "confirm-paper-appeal", { ...(await appealTarget(life)), answer, reason });
    await expect(enter("enterprise")).rejects.toMatchObject({ status: 403 });
    await expect(enter("officer", { receivedOn: "2099-01-01" })).rejects.toMatchObject({
      details: { fields: { receivedOn: [{ code: "in_the_future" }] } },
    });
    await expect(enter("officer", { receivedOn: "2020-01-01" })).rejects.toMatchObject({
      details: { fields: { receivedOn: [{ code: "before_the_decision" }] } },
    });
    world.setClock(new Date(world.now().getTime() + 60 * 86_400_000));
    await enter("officer");
    await expect(enter("officer2")).rejects.toMatchObject({ code: "appeal_open" });
    await expect(compare("officer", "right")).rejects.toMatchObject({ code: "four_eyes" });
    await expect(compare("officer2", "wrong")).rejects.toMatchObject({ status: 422 });
    await compare("officer2", "wrong", "电话与原件不一致");
    await enter("officer");
    await expect(
      run("head", "handle-appeal", { ...(await appealTarget(life)), step: "accept" }),
    ).rejects.toMatchObject({ code: "appeal_step_not_due" });
    await compare("officer2", "right");
    await expect(compare("head", "right")).rejects.toMatchObject({ code: "appeal_step_not_due" });
    await run("head", "handle-appeal", { ...(await appealTarget(life)), step: "accept" });
    const duties = await world.owner.duty.findMany({
      where: { projectId: life.projectId, kind: "consequences.confirm-paper-appeal" },
      select: { status: true },
    });
    expect(duties.map(({ status }) => status)).toEqual(["done", "done"]);
  });

  it("can't be appealed against after the time limit, nor what is no burden", async () => {
    const life = await concluded("failed");
    const { id, version } = await world.owner.consequence.create({
      data: {
        id: crypto.randomUUID(),
        projectId: life.projectId,
        unitId: world.units.first.id,
        districtId: world.districts.wujin.id,
        kind: "priority",
        basis: "优",
        validFrom: world.now(),
        ruleCode: "priority_excellent",
        ruleVersion: 1,
      },
      select: { id: true, version: true },
    });
    expect(version).toBe(1);
    expect(id).toBeTruthy();
    await expect(appealAgainst(life, "priority_excellent")).rejects.toMatchObject({
      code: "consequence_not_adverse",
    });
    world.setClock(new Date(world.now().getTime() + 60 * 86_400_000));
    await expect(appealAgainst(life, "limit_failed")).rejects.toMatchObject({
      code: "appeal_time_over",
    });
  });

  it("follow from silence once a report, and end when it is handed in", async () => {
    const life = await concluded("passed");
    await life.step("manager", "finalise-grade");
    const [first] = await world.owner.periodicReport.findMany({
      where: { projectId: life.projectId, kind: "tracking" },
      orderBy: { period: "asc" },
      select: { id: true, version: true, dueAt: true },
    });
    if (first === undefined) throw new Error("no report");
    world.setClock(new Date(first.dueAt.getTime() + 29 * 86_400_000));
    expect(await sweepSilence(world.now())).toBe(0);
    world.setClock(new Date(first.dueAt.getTime() + 31 * 86_400_000));
    expect(await sweepSilence(world.now()), "this project and the first test's").toBe(2);
    expect(await sweepSilence(world.now())).toBe(0);
    expect(await inForce(life)).toEqual(["limit_silent", "watch_good"]);
    await life.run("enterprise", "submit-tracking-report", {
      reportId: first.id,
      reportVersion: first.version,
      content: {
        summary: "补报",
        sales: "0",
        exports: "0",
        profitAndTax: "0",
        jobs: 0,
        patentsFiled: 0,
        patentsGranted: 0,
        standards: 0,
        followUpContracts: 0,
        followUpInvestment: "0",
      },
    });
    expect((await consequence(life, "limit_silent")).status).toBe("ended");
    expect(await sweepSilence(world.now())).toBe(0);
  });
});
