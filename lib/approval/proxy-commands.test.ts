import { expect, it } from "vitest";
import type { Command } from "@/lib/kernel/command";
import { type InsertedProject, type PersonName, useWorld } from "@/test/world";
import { approvalCommands } from "./commands";
import { declineApproval } from "./commands/decline-approval";
import { proxyCommands } from "./proxy-commands";

const world = useWorld();

const all = new Map(approvalCommands.map((command) => [command.name, command]));
const proxies = new Map(
  proxyCommands((name) => all.get(name) ?? null).map((command) => [command.name, command]),
);
function proxy(verb: "record" | "confirm" | "reject"): Command {
  const command = proxies.get(`approval.${verb}-proxy-decision`);
  if (!command) throw new Error(`no command to ${verb}`);
  return command;
}

const refused = (status: number, code: string) => expect.objectContaining({ status, code });
const minutesNumber = "常科党组〔2026〕4号";

const body = (project: InsertedProject, input: object = {}) => ({
  projectId: project.id,
  command: "approval.propose-approval",
  minutesNumber,
  input: {
    projectId: project.id,
    version: project.version,
    minutesNumber,
    amount: "600000",
    noticeNumber: "常科公示〔2026〕2号",
    ...input,
  },
});
const inDecision = () =>
  world.project({
    state: "decision",
    content: { grantRequested: "800000" },
    set: { grantAmount: 0 },
  });
const record = async (person: PersonName, project: InsertedProject, input: object = {}) =>
  world.run(person, proxy("record"), {
    ...body(project, input),
    scanFileId: await world.file(person, "会议纪要.pdf"),
  });
async function settle(verb: "confirm" | "reject", person: PersonName, project: InsertedProject) {
  const decisions = await world.owner.proxyDecision.findMany({
    where: { projectId: project.id },
    select: { id: true, version: true, status: true },
  });
  const decision = decisions.find(({ status }) => status === "pending") ?? decisions[0];
  if (!decision) throw new Error("nothing was recorded");
  return world.run(person, proxy(verb), {
    projectId: project.id,
    decisionId: decision.id,
    decisionVersion: decision.version,
    ...(verb === "reject" ? { reason: "金额与纪要不符" } : {}),
  });
}
const stateOf = async (project: InsertedProject) =>
  (
    await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { state: true },
    })
  ).state;

it("runs the decision once a second officer confirms, and the log says for whom", async () => {
  const project = await inDecision();
  await record("officer", project);
  expect(await stateOf(project)).toBe("decision");
  await expect(record("officer2", project)).rejects.toEqual(refused(409, "proxy_already_recorded"));
  await expect(settle("confirm", "officer", project)).rejects.toEqual(refused(403, "four_eyes"));
  await expect(settle("confirm", "manager", project)).rejects.toEqual(refused(403, "wrong_role"));
  await settle("confirm", "head", project);
  expect(await stateOf(project)).toBe("publicity");
  const event = await world.owner.event.findFirstOrThrow({
    where: { projectId: project.id, transition: "T12" },
    select: { command: true, actorName: true, params: true },
  });
  expect(event).toMatchObject({
    command: "approval.confirm-proxy-decision",
    actorName: "施处",
    params: { onBehalfOf: "manager", recordedBy: "何科", minutesNumber },
  });
  await expect(settle("confirm", "officer2", project)).rejects.toEqual(
    refused(409, "proxy_already_settled"),
  );
});

it("keeps the decision's own four eyes, for the recorder and the confirmer", async () => {
  const project = await inDecision();
  const touch = (person: PersonName) =>
    world.owner.projectHand.create({
      data: { projectId: project.id, userId: world.id(person), part: "confirmed", at: world.now() },
      select: { userId: true },
    });
  await touch("officer2");
  await expect(record("officer2", project)).rejects.toEqual(refused(403, "four_eyes"));
  await record("officer", project);
  await expect(settle("confirm", "officer2", project)).rejects.toEqual(refused(403, "four_eyes"));
  await settle("reject", "officer2", project);
  expect(await stateOf(project)).toBe("decision");
  await record("officer", project);
  await settle("confirm", "head", project);
  expect(await stateOf(project)).toBe("publicity");
});

it("takes only collective decisions, on this project, with sound input and open guards", async () => {
  const project = await inDecision();
  const other = await inDecision();
  const scanFileId = await world.file("officer", "会议纪要.pdf");
  const run = (rest: object) =>
    world.run("officer", proxy("record"), { ...body(project), scanFileId, ...rest });
  await expect(run({ scanFileId: undefined })).rejects.toMatchObject({
    status: 422,
    details: { fields: { scanFileId: [{ code: expect.any(String) }] } },
  });
  await expect(run({ scanFileId: await world.file("head") })).rejects.toMatchObject({
    status: 422,
  });
  await expect(run({ command: "approval.conclude-review" })).rejects.toMatchObject({
    status: 422,
    details: { fields: { command: [{ code: "not_collective" }] } },
  });
  await expect(run({ input: body(other).input })).rejects.toMatchObject({
    status: 422,
    details: { fields: { input: [{ code: "other_project" }] } },
  });
  await expect(record("officer", project, { amount: "viel" })).rejects.toMatchObject({
    status: 422,
  });
  await expect(run({ minutesNumber: "另一号" })).rejects.toMatchObject({ status: 422 });
  await expect(run({ command: "approval.issue-approval" })).rejects.toEqual(
    refused(409, "wrong_state"),
  );
  await expect(
    world.run("enterprise", proxy("record"), { ...body(project), scanFileId }),
  ).rejects.toEqual(refused(403, "wrong_role"));
});

it("writes nothing when the decision is refused at confirmation", async () => {
  const project = await inDecision();
  await record("officer", project);
  await world.run("manager", declineApproval, {
    projectId: project.id,
    version: project.version,
    minutesNumber,
    reason: "集体研究不予立项",
  });
  await expect(settle("confirm", "head", project)).rejects.toEqual(refused(409, "wrong_state"));
  const pending = await world.owner.proxyDecision.findFirstOrThrow({
    where: { projectId: project.id },
    select: { status: true, confirmedById: true },
  });
  expect(pending).toEqual({ status: "pending", confirmedById: null });
  await settle("reject", "head", project);
});
