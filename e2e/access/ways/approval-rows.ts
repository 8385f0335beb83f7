import { completeProposal } from "@/lib/application/proposal.fixture";
import { contractHash } from "@/lib/approval/contract";
import { newId } from "@/lib/kernel/ids";
import { daysAgo, type Scene } from "./scene";

/** Ends the panels that wait, so that a further one may be formed. */
export async function closedPanels({ world, id }: Scene): Promise<void> {
  await world.owner.panel.updateMany({
    where: { projectId: id, purpose: "review" },
    data: { closedAt: world.now() },
  });
}

/** The open public notice, which ended a while ago or still runs. */
export async function notice(scene: Scene, over: boolean): Promise<string> {
  const { world, guard } = scene;
  const id = newId();
  await world.owner.publicNotice.updateMany({
    where: { projectId: guard.projectId },
    data: { closedAt: world.now() },
  });
  await world.owner.objection.deleteMany({ where: { projectId: guard.projectId } });
  await world.owner.publicNotice.create({
    data: {
      id,
      ...guard,
      number: "公示〔2026〕9号",
      startsAt: daysAgo(scene, 12),
      endsAt: daysAgo(scene, over ? 3 : -3),
      amount: "600000",
    },
    select: { id: true },
  });
  return id;
}

export async function objection(scene: Scene, status: string): Promise<string> {
  const { world, guard } = scene;
  const id = newId();
  await world.owner.objection.create({
    data: {
      id,
      ...guard,
      kind: "objection",
      status,
      filerNameEnc: "密",
      filerPhoneEnc: "密",
      content: "内容不实",
      filedAt: world.now(),
    },
    select: { id: true },
  });
  return id;
}

interface Papers {
  signed?: readonly string[];
}

/** A contract that is not in force, with the signatures of these parties. */
export async function contract(scene: Scene, { signed = [] }: Papers = {}) {
  const { world, guard } = scene;
  const proposal = completeProposal();
  const content = {
    title: proposal.title,
    researchContent: "引进、消化、吸收、再创新",
    terms: "",
    grant: "600000.00",
    startsOn: proposal.startsOn,
    endsOn: proposal.endsOn,
    undertaking: proposal.undertaking,
  };
  const contentHash = contractHash(content);
  const last = await world.owner.contract.aggregate({
    where: { projectId: guard.projectId },
    _max: { version: true },
  });
  const version = (last._max.version ?? 0) + 1;
  const id = newId();
  await world.owner.contract.create({
    data: {
      id,
      ...guard,
      version,
      status: "drafting",
      content,
      contentHash,
      startsOn: new Date(content.startsOn),
      endsOn: new Date(content.endsOn),
      createdAt: world.now(),
      signatures: {
        create: signed.map((party) => ({
          id: newId(),
          ...guard,
          party,
          byId: world.id("enterprise"),
          byName: "周敏",
          byRole: "unit_admin",
          at: world.now(),
          contentHash,
        })),
      },
    },
    select: { id: true },
  });
  return { contractVersion: version, contentHash };
}

/** Whoever holds the contract has a duty; it was reminded so many times. */
export async function reminders(scene: Scene, count: number): Promise<void> {
  const { world, guard } = scene;
  const dutyId = newId();
  await world.owner.duty.create({
    data: {
      id: dutyId,
      ...guard,
      kind: "state.contracting",
      subjectType: "project",
      subjectId: guard.projectId,
      holderRole: "unit_admin",
      since: new Date(world.now().getTime() + 1),
    },
    select: { id: true },
  });
  await world.owner.reminder.createMany({
    data: Array.from({ length: count }, () => ({
      id: newId(),
      key: newId(),
      dutyId,
      ...guard,
      offsetDays: 1,
      at: new Date(world.now().getTime() + 1),
    })),
  });
}

/** A decision that an officer entered for the manager; it waits for its confirmation. */
export async function proxyDecision(scene: Scene) {
  const { world, guard } = scene;
  const id = newId();
  await world.owner.proxyDecision.create({
    data: {
      id,
      ...guard,
      command: "approval.decline-approval",
      input: {
        projectId: guard.projectId,
        version: await scene.version(),
        minutesNumber: "局办〔2026〕5号",
        reason: "不予立项",
      },
      minutesNumber: "局办〔2026〕5号",
      recordedById: world.id("officer"),
      recordedByName: "何科",
      recordedAt: world.now(),
    },
    select: { id: true },
  });
  return { decisionId: id, decisionVersion: 1 };
}
