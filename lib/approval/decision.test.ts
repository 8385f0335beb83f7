import { describe, expect, it } from "vitest";
import { publicActor } from "@/lib/access/actor";
import { execute } from "@/lib/kernel/execute";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { deskOf } from "@/lib/project/desk";
import { projectDetail } from "@/lib/project/detail";
import { type InsertedProject, useWorld } from "@/test/world";
import { consentToGivingUp } from "./commands/consent-to-giving-up";
import { declineApproval } from "./commands/decline-approval";
import { fileObjection } from "./commands/file-objection";
import { handleObjection } from "./commands/handle-objection";
import { issueApproval } from "./commands/issue-approval";
import { proposeApproval } from "./commands/propose-approval";
import { recordDuplicateCheck } from "./commands/record-duplicate-check";
import { requestGivingUp } from "./commands/request-giving-up";
import { upholdObjection } from "./commands/uphold-objection";
import { noticeList } from "./public-queries";
import { objectionsOf } from "./queries";

const world = useWorld();

const refused = (status: number, code: string) => expect.objectContaining({ status, code });
const fieldRefused = (field: string, code: string) =>
  expect.objectContaining({
    status: 422,
    details: { fields: { [field]: [expect.objectContaining({ code })] } },
  });

const minutes = { minutesNumber: "常科党组〔2026〕4号" };
const propose = (project: InsertedProject, amount: string) => ({
  projectId: project.id,
  version: project.version,
  ...minutes,
  amount,
  noticeNumber: "常科公示〔2026〕1号",
});
const rowOf = (id: string) =>
  world.owner.project.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      subStatus: true,
      grantAmount: true,
      dueAt: true,
      turnSince: true,
      version: true,
    },
  });
const inDecision = (grantRequested = "800000", unit: "first" | "second" = "first") =>
  world.project({
    state: "decision",
    unit,
    content: { grantRequested },
    set: { grantAmount: 0 },
  });

describe("proposing an approval (T12)", () => {
  it("waits with the public, and on the manager's desk once the notice has ended", async () => {
    const project = await inDecision();
    await world.run("manager", proposeApproval, propose(project, "100000"));
    const manager = world.as("manager");
    const seen = () =>
      query(manager, async (tx) => {
        const { rows } = await deskOf(tx, manager, "todo", world.now());
        const detail = await projectDetail(tx, manager, project.id, world.now());
        return {
          due: rows.find((row) => row.project?.id === project.id)?.dueAt?.toISOString(),
          turn: detail?.turn?.roles,
        };
      });
    expect(await seen()).toEqual({ due: undefined, turn: ["public"] });
    world.setClock("2026-03-07T02:00:00Z");
    expect(await seen()).toEqual({ due: "2026-03-13T15:59:59.999Z", turn: ["manager"] });
    world.setClock("2026-03-02T02:00:00Z");
  });

  it("publishes the notice for five working days from today and sets the grant", async () => {
    const project = await inDecision();
    await world.run("manager", proposeApproval, propose(project, "600000"));
    const row = await rowOf(project.id);
    expect(row).toMatchObject({ state: "publicity" });
    expect(row.grantAmount.toFixed(2)).toBe("600000.00");
    // Monday 2 March to Friday 6 March, the day of posting counted.
    expect(row.turnSince?.toISOString()).toBe("2026-03-06T15:59:59.999Z");
    // From then on the manager has five working days to issue it.
    expect(row.dueAt?.toISOString()).toBe("2026-03-13T15:59:59.999Z");
    const notices = await query(publicActor, (tx) => noticeList(tx, world.now()));
    const shown = notices.find(({ title }) => title === project.title);
    expect(Object.keys(shown ?? {}).sort()).toEqual(
      [
        "amount",
        "districtEn",
        "districtId",
        "districtZh",
        "endsAt",
        "id",
        "number",
        "startsAt",
        "title",
        "unitName",
      ].sort(),
    );
  });

  it("refuses nothing, more than was asked for and more than the call has left", async () => {
    const project = await inDecision("800000");
    await expect(world.run("manager", proposeApproval, propose(project, "0"))).rejects.toEqual(
      fieldRefused("amount", "amount_not_positive"),
    );
    await expect(
      world.run("manager", proposeApproval, propose(project, "800000.01")),
    ).rejects.toEqual(fieldRefused("amount", "above_requested"));
    const call = world.reference.call;
    const budget = (amount: number) =>
      world.owner.call.update({
        where: { id: call },
        data: { budget: amount },
        select: { id: true },
      });
    const given = await world.owner.project.aggregate({
      where: { callId: call, state: "publicity" },
      _sum: { grantAmount: true },
    });
    const used = Number(given._sum.grantAmount ?? 0);
    await budget(used + 499_999);
    await expect(world.run("manager", proposeApproval, propose(project, "500000"))).rejects.toEqual(
      fieldRefused("amount", "above_call_budget"),
    );
    await budget(used + 500_000);
    await world.run("manager", proposeApproval, propose(project, "500000"));
    await budget(20_000_000);
  });

  it("lets only one of two decisions take the last money", async () => {
    const [one, two] = [await inDecision(), await inDecision()];
    const given = await world.owner.project.aggregate({
      where: { callId: world.reference.call, state: "publicity" },
      _sum: { grantAmount: true },
    });
    await world.owner.call.update({
      where: { id: world.reference.call },
      data: { budget: Number(given._sum.grantAmount ?? 0) + 700_000 },
      select: { id: true },
    });
    const results = await Promise.allSettled(
      [one, two].map((project) =>
        world.run("manager", proposeApproval, propose(project, "600000")),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await world.owner.call.update({
      where: { id: world.reference.call },
      data: { budget: 20_000_000 },
      select: { id: true },
    });
  });

  it("keeps four eyes and waits for a ban or a duplicate to be cleared", async () => {
    const touched = await inDecision();
    await world.owner.projectHand.create({
      data: {
        projectId: touched.id,
        userId: world.id("manager"),
        part: "confirmed",
        at: world.now(),
      },
      select: { userId: true },
    });
    const body = propose(touched, "600000");
    await expect(world.run("manager", proposeApproval, body)).rejects.toEqual(
      refused(403, "four_eyes"),
    );
    await expect(world.run("officer", proposeApproval, body)).rejects.toEqual(
      refused(403, "wrong_role"),
    );

    const project = await inDecision();
    const twin = await world.project({ state: "active", title: project.title });
    await expect(world.run("manager", proposeApproval, propose(project, "600000"))).rejects.toEqual(
      refused(409, "no_unresolved_duplicate"),
    );
    await world.run("officer", recordDuplicateCheck, {
      projectId: project.id,
      verdict: "cleared",
      note: "与在研项目技术路线不同",
    });
    await world.run("officer", recordDuplicateCheck, {
      projectId: project.id,
      verdict: "confirmed",
      note: "再次核对，内容重复",
    });
    await expect(world.run("manager", proposeApproval, propose(project, "600000"))).rejects.toEqual(
      refused(409, "duplicate_confirmed"),
    );
    expect(twin.title).toBe(project.title);
  });

  it("declines with a reason", async () => {
    const project = await inDecision();
    await world.run("manager", declineApproval, {
      projectId: project.id,
      version: project.version,
      ...minutes,
      reason: "产业化基础不足",
    });
    expect(await rowOf(project.id)).toMatchObject({ state: "not_approved" });
  });
});

describe("objections", () => {
  const noticeOf = (project: InsertedProject) =>
    world.owner.publicNotice.findFirstOrThrow({
      where: { projectId: project.id },
      select: { id: true },
    });
  const object = async (noticeId: string) =>
    (
      await execute(fileObjection, {
        actor: publicActor,
        body: { noticeId, name: "王某某", phone: "13911112222", content: "与已有项目重复" },
      })
    ).data;
  const handle = async (project: InsertedProject, step: string, finding?: string) => {
    const objection = await world.owner.objection.findFirstOrThrow({
      where: { projectId: project.id },
      select: { id: true, version: true },
    });
    return world.run("officer", handleObjection, {
      projectId: project.id,
      objectionId: objection.id,
      objectionVersion: objection.version,
      step,
      finding,
    });
  };
  const issue = (project: InsertedProject) =>
    world.run("manager", issueApproval, {
      projectId: project.id,
      version: project.version,
      documentNumber: "常科发〔2026〕20号",
    });

  it("are named, sealed, and hold the approval until they are dismissed", async () => {
    const project = await world.project({ state: "publicity" });
    const { id } = await noticeOf(project);
    await object(id);
    const stored = await world.owner.objection.findFirstOrThrow({
      where: { projectId: project.id },
      select: { filerNameEnc: true, filerPhoneEnc: true },
    });
    expect(JSON.stringify(stored)).not.toMatch(/王某某|13911112222/);
    const officer = world.as("officer");
    expect(await query(officer, (tx) => objectionsOf(tx, officer, project.id))).toMatchObject([
      { filerName: "王某某", filerPhone: "13911112222", status: "filed" },
    ]);
    for (const person of ["enterprise", "district", "manager", "expert1"] as const) {
      const other = world.as(person);
      expect(await query(other, (tx) => objectionsOf(tx, other, project.id))).toEqual([]);
    }
    const told = await world.owner.event.findMany({
      where: { projectId: project.id, command: "approval.file-objection" },
      select: { audience: true, actorId: true, params: true },
    });
    expect(told).toEqual([{ audience: "officials", actorId: null, params: {} }]);

    await expect(issue(project)).rejects.toEqual(refused(409, "publicity_over"));
    world.setClock("2026-03-10T02:00:00Z");
    await expect(issue(project)).rejects.toEqual(refused(409, "no_open_objection"));
    await expect(object(id)).rejects.toEqual(refused(409, "notice_ended"));
    await expect(handle(project, "uphold", "x")).rejects.toEqual(
      refused(409, "objection_step_not_due"),
    );
    await handle(project, "accept");
    await expect(handle(project, "investigate")).rejects.toEqual(
      fieldRefused("finding", "required"),
    );
    await handle(project, "investigate", "已调阅两个项目材料");
    await handle(project, "dismiss", "研究内容不同，异议不成立");
    await issue(project);
    expect(await rowOf(project.id)).toMatchObject({ state: "contracting", subStatus: "with_unit" });
    await expect(object(id)).rejects.toEqual(refused(404, "not_found"));
    world.setClock("2026-03-02T02:00:00Z");
  });

  it("are not the only bar: a ban for breach of integrity is looked at once more", async () => {
    const project = await world.project({ state: "publicity", unit: "second" });
    const ban = await world.owner.integrityCase.create({
      data: {
        id: newId(),
        unitId: project.unitId,
        violationCode: "V1",
        codeVersion: "2026",
        status: "in_force",
        banFrom: new Date("2026-03-01"),
        basis: "处理决定",
        openedById: world.id("officer"),
        openedAt: world.now(),
      },
      select: { id: true },
    });
    world.setClock("2026-03-10T02:00:00Z");
    await expect(issue(project)).rejects.toEqual(refused(409, "no_open_ban"));
    await world.owner.integrityCase.update({
      where: { id: ban.id },
      data: { banTo: new Date("2026-03-09") },
      select: { id: true },
    });
    await issue(project);
    world.setClock("2026-03-02T02:00:00Z");
  });

  it("lead back to the decision when upheld", async () => {
    const project = await world.project({ state: "publicity" });
    const uphold = {
      projectId: project.id,
      version: project.version,
      ...minutes,
      note: "情况属实",
    };
    await expect(world.run("manager", upholdObjection, uphold)).rejects.toEqual(
      refused(409, "objection_investigated"),
    );
    await object((await noticeOf(project)).id);
    await handle(project, "accept");
    await handle(project, "investigate", "已核实");
    await handle(project, "uphold", "异议成立");
    await world.run("manager", upholdObjection, uphold);
    const row = await rowOf(project.id);
    expect(row.state).toBe("decision");
    expect(row.grantAmount.toFixed(0)).toBe("0");
  });

  it("find nothing behind a foreign id", async () => {
    const project = await world.project({ state: "decision" });
    await expect(object(project.id)).rejects.toEqual(refused(404, "not_found"));
    await expect(
      execute(fileObjection, {
        actor: publicActor,
        body: { noticeId: project.id, name: "", phone: "1", content: "匿名" },
      }),
    ).rejects.toMatchObject({ status: 422 });
  });
});

it("gives up an approval only with the manager's consent", async () => {
  const project = await world.project({ state: "publicity" });
  const consent = (version: number) =>
    world.run("manager", consentToGivingUp, { projectId: project.id, version, ...minutes });
  await expect(consent(1)).rejects.toEqual(refused(409, "giving_up_requested"));
  const ask = { projectId: project.id, version: 1, reason: "外方终止合作" };
  await expect(world.run("filler", requestGivingUp, ask)).rejects.toEqual(
    refused(403, "wrong_role"),
  );
  await world.run("enterprise", requestGivingUp, ask);
  await expect(world.run("enterprise", requestGivingUp, { ...ask, version: 2 })).rejects.toEqual(
    refused(409, "already_requested"),
  );
  await consent(2);
  const row = await rowOf(project.id);
  expect(row.state).toBe("withdrawn");
  expect(row.grantAmount.isZero()).toBe(true);
  expect(await world.owner.duty.count({ where: { projectId: project.id, status: "open" } })).toBe(
    0,
  );
});
