import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/access/actor";
import { formReviewPanel } from "@/lib/approval/commands/form-panel";
import { execute } from "@/lib/kernel/execute";
import { loadReference } from "@/lib/reference/load";
import { useWorld, worldStart } from "@/test/world";
import { completeProposal } from "../proposal.fixture";
import { createDraft } from "./create-draft";
import { handBackToFiller } from "./hand-back-to-filler";
import { handToUnitAdmin } from "./hand-to-unit-admin";
import { openReview } from "./open-review";
import { passFormalReview } from "./pass-formal-review";
import { recallSubmission } from "./recall-submission";
import { recommend } from "./recommend";
import { refuseWithdrawal } from "./refuse-withdrawal";
import { rejectFormally } from "./reject-formally";
import { requestSupplement } from "./request-supplement";
import { requestWithdrawal } from "./request-withdrawal";
import { resubmit } from "./resubmit";
import { returnForAmendment } from "./return-for-amendment";
import { saveDraft } from "./save-draft";
import { submit } from "./submit";
import { submitSupplement } from "./submit-supplement";
import { withdraw } from "./withdraw";

const world = useWorld();
const { run } = world;

beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 30_000,
  }),
);

const state = (id: string) =>
  world.owner.project.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      subStatus: true,
      version: true,
      number: true,
      title: true,
      dueAt: true,
      districtId: true,
      consentPending: true,
      grantAmount: true,
    },
  });
const target = async (projectId: string) => ({
  projectId,
  version: (await state(projectId)).version,
});

async function draft(content: object = completeProposal()): Promise<string> {
  world.setClock(worldStart);
  const made = await run("filler", createDraft, {
    callId: world.reference.call,
    unitId: world.units.first.id,
  });
  const { projectId } = made as { projectId: string };
  await run("filler", saveDraft, { projectId, proposalVersion: 0, content });
  return projectId;
}

async function submitted(): Promise<string> {
  const id = await draft();
  await run("enterprise", submit, await target(id));
  return id;
}

async function recommended(): Promise<string> {
  const id = await submitted();
  await run("district", recommend, { ...(await target(id)), opinion: "同意推荐" });
  return id;
}

const yes = {
  unitEligible: "yes",
  insideCall: "yes",
  filesComplete: "yes",
  pledgeSigned: "yes",
  budgetRegular: "yes",
  agreementValid: "yes",
  targetsMeasurable: "yes",
};
const reasons = [{ field: "summary", reason: "请补充技术路线" }];

describe("from the draft to expert review", () => {
  it("goes the whole way, returned once by each body", async () => {
    const id = await submitted();
    expect(await state(id)).toMatchObject({
      state: "district_review",
      districtId: "320412",
      title: completeProposal().title,
    });
    expect((await state(id)).number).toMatch(/^KH2026-\d{4}$/);
    await run("district", returnForAmendment, { ...(await target(id)), reasons });
    expect(await state(id)).toMatchObject({
      state: "returned",
      dueAt: new Date("2026-03-09T15:59:59.999Z"),
    });
    const grant = { grantRequested: "500000", summary: "已补充技术路线" };
    const budget = [
      { source: "city", head: "equipment", amount: "500000" },
      { source: "own", head: "operating", amount: "2400000" },
    ];
    const undertaking = { ...completeProposal().undertaking, tranches: [] };
    const amended = completeProposal({ ...grant, budget, undertaking });
    await run("filler", saveDraft, { projectId: id, proposalVersion: 1, content: amended });
    await run("enterprise", resubmit, await target(id));
    expect((await state(id)).grantAmount.toFixed(0)).toBe("500000");
    await run("district", recommend, { ...(await target(id)), opinion: "同意推荐" });
    await run("officer", requestSupplement, { ...(await target(id)), reasons });
    await run("enterprise", submitSupplement, await target(id));
    await expect(
      run("officer", requestSupplement, { ...(await target(id)), reasons }),
    ).rejects.toMatchObject({ status: 409, code: "supplement_not_used" });
    await expect(
      run("officer", passFormalReview, { ...(await target(id)), checklist: yes }),
    ).rejects.toMatchObject({ status: 409, code: "panel_formed" });
    const expertIds = [world.id("expert1"), world.id("expert2"), world.id("expert3")];
    await run("officer", formReviewPanel, { projectId: id, route: "online", expertIds });
    await expect(
      run("officer", passFormalReview, {
        ...(await target(id)),
        checklist: { ...yes, budgetRegular: "no" },
      }),
    ).rejects.toMatchObject({ status: 422 });
    await run("officer", passFormalReview, { ...(await target(id)), checklist: yes });
    expect(await state(id)).toMatchObject({ state: "expert_review" });

    const versions = await world.owner.proposal.findMany({
      where: { projectId: id },
      orderBy: { version: "asc" },
      select: { version: true, submittedAt: true, contentHash: true },
    });
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(versions.every(({ submittedAt }) => submittedAt !== null)).toBe(true);
    const baselines = await world.owner.baseline.findMany({
      where: { projectId: id },
      select: { version: true, cause: true },
    });
    expect(baselines).toEqual([{ version: 0, cause: "application" }]);
    const notes = await world.owner.returnNote.count({
      where: { projectId: id, resolvedAt: null },
    });
    expect(notes).toBe(0);
    const event = await world.owner.event.findFirstOrThrow({
      where: { projectId: id, command: "application.submit", outcome: "done" },
      select: { fileHashes: true, transition: true },
    });
    expect(event).toEqual({ transition: "T01", fileHashes: [versions[0]?.contentHash] });
  });

  it("refuses an incomplete proposal, a closed window and the filler", async () => {
    const id = await draft({ ...completeProposal(), pledge: { signed: false } });
    await expect(run("enterprise", submit, await target(id))).rejects.toMatchObject({
      status: 409,
      code: "proposal_complete",
    });
    await expect(run("filler", submit, await target(id))).rejects.toMatchObject({ status: 403 });
    await expect(run("enterprise2", submit, await target(id))).rejects.toMatchObject({
      status: 404,
    });
    world.setClock("2026-03-31T09:00:01Z");
    await expect(run("enterprise", submit, await target(id))).rejects.toMatchObject({
      code: "window_open",
    });
    await expect(draftNow()).rejects.toMatchObject({ status: 409, code: "window_open" });
  });

  const draftNow = () =>
    run("filler", createDraft, { callId: world.reference.call, unitId: world.units.first.id });

  it("refuses a code that its list doesn't hold, and another unit's draft", async () => {
    const id = await draft(completeProposal({ countryCode: "XX" }));
    await expect(run("enterprise", submit, await target(id))).rejects.toMatchObject({
      status: 422,
      details: { fields: { countryCode: [{ code: "code_not_valid" }] } },
    });
    const foreign = { callId: world.reference.call, unitId: world.units.second.id };
    await expect(run("filler", createDraft, foreign)).rejects.toMatchObject({ status: 404 });
    await expect(run("officer", createDraft, foreign)).rejects.toMatchObject({ status: 403 });
  });
});

describe("drafts", () => {
  it("keeps each version and shows a conflict with the other's", async () => {
    const id = await draft({ title: "半句" });
    const next = { projectId: id, content: { title: "另一半" } };
    expect(await run("enterprise", saveDraft, { ...next, proposalVersion: 1 })).toMatchObject({
      proposalVersion: 2,
    });
    await expect(run("filler", saveDraft, { ...next, proposalVersion: 1 })).rejects.toMatchObject({
      status: 409,
      code: "proposal_version_conflict",
      details: { params: { version: 2 } },
    });
    expect(await run("filler", saveDraft, { ...next, proposalVersion: 2 })).toMatchObject({
      proposalVersion: 2,
    });
    expect(
      await world.owner.event.count({
        where: { command: "application.save-draft", outcome: "done" },
      }),
    ).toBe(0);
  });

  it("lies with one of the two at a time", async () => {
    const id = await draft();
    await run("filler", handToUnitAdmin, await target(id));
    await expect(
      run("filler", saveDraft, { projectId: id, proposalVersion: 1, content: {} }),
    ).rejects.toMatchObject({ code: "with_unit_admin" });
    await run("enterprise", handBackToFiller, { ...(await target(id)), reason: "请补充预算" });
    expect(await state(id)).toMatchObject({ state: "draft", subStatus: "with_filler" });
  });
});

describe("taking back and withdrawing", () => {
  it("recalls until the district has opened the file, then numbers stay", async () => {
    const id = await submitted();
    const { number } = await state(id);
    await run("enterprise", recallSubmission, await target(id));
    await run("enterprise", submit, await target(id));
    expect(await state(id)).toMatchObject({ state: "district_review", number });
    await run("district", openReview, { projectId: id });
    await expect(run("district", openReview, { projectId: id })).rejects.toMatchObject({
      code: "review_already_opened",
    });
    await expect(run("enterprise", recallSubmission, await target(id))).rejects.toMatchObject({
      code: "not_opened_by_district",
    });
  });

  it("asks the officer's consent once the papers have left the unit", async () => {
    const id = await recommended();
    const reason = "企业经营调整";
    await expect(run("officer", withdraw, { ...(await target(id)), reason })).rejects.toMatchObject(
      { code: "withdrawal_consented" },
    );
    await expect(
      run("enterprise", withdraw, { ...(await target(id)), reason }),
    ).rejects.toMatchObject({ status: 403 });
    await run("enterprise", requestWithdrawal, { projectId: id, reason });
    await expect(
      run("district", refuseWithdrawal, { projectId: id, reason }),
    ).rejects.toMatchObject({ status: 403 });
    await run("officer", refuseWithdrawal, { projectId: id, reason });
    await run("enterprise", requestWithdrawal, { projectId: id, reason });
    await run("officer2", withdraw, { ...(await target(id)), reason });
    expect(await state(id)).toMatchObject({ state: "withdrawn", consentPending: null });
    const open = await world.owner.duty.count({ where: { projectId: id, status: "open" } });
    expect(open).toBe(0);
  });

  it("is closed by the system only when the return is overdue", async () => {
    const id = await submitted();
    await run("district", returnForAmendment, { ...(await target(id)), reasons });
    const closing = async () => ({ ...(await target(id)), reason: "逾期未修改" });
    const bySystem = async () => execute(withdraw, { actor: systemActor, body: await closing() });
    await expect(bySystem()).rejects.toMatchObject({ code: "return_limit_still_open" });
    world.setClock("2026-03-10T02:00:00Z");
    await expect(run("enterprise", resubmit, await target(id))).rejects.toMatchObject({
      code: "return_limit_open",
    });
    await bySystem();
    expect(await state(id)).toMatchObject({ state: "withdrawn" });
  });
});

describe("four eyes and direct units", () => {
  it("keeps a direct unit's two bureau steps apart", async () => {
    const { id } = await world.project({
      state: "district_review",
      unit: "direct",
      content: completeProposal(),
    });
    await run("officer2", recommend, { ...(await target(id)), opinion: "同意推荐" });
    const expertIds = [world.id("expert1"), world.id("expert2"), world.id("expert3")];
    await run("officer2", formReviewPanel, { projectId: id, route: "online", expertIds });
    const pass = async () => ({ ...(await target(id)), checklist: yes });
    await expect(run("officer2", passFormalReview, await pass())).rejects.toMatchObject({
      status: 403,
      code: "four_eyes",
    });
    await run("officer", passFormalReview, await pass());
    expect(await state(id)).toMatchObject({ state: "expert_review" });
  });

  it("doesn't admit for a listed reason only", async () => {
    const id = await recommended();
    const rejection = { ...(await target(id)), reason: "不属于支持范围" };
    await expect(
      run("officer", rejectFormally, { ...rejection, reasonCode: "no_such" }),
    ).rejects.toMatchObject({ status: 422 });
    await run("officer", rejectFormally, { ...rejection, reasonCode: "outside_call" });
    expect(await state(id)).toMatchObject({ state: "not_approved" });
  });
});
