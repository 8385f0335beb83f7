import type { PersonName } from "@/test/world";
import { type Scene, seatOf, seatPanel, type Way } from "./scene";

const five: readonly PersonName[] = ["expert1", "expert2", "expert3", "expert4", "expert6"];
const text = "专家组听取汇报并审阅资料，同意通过验收。";

/** The panel of this round of acceptance; five are seated where there is none. */
async function panelIn(scene: Scene): Promise<{ id: string; version: number }> {
  const { world, id } = scene;
  const { round } = await world.owner.acceptance.findUniqueOrThrow({
    where: { projectId: id },
    select: { round: true },
  });
  const where = { projectId: id, purpose: "acceptance", round };
  const select = { id: true, version: true } as const;
  const found = await world.owner.panel.findFirst({ where, select });
  if (found) return found;
  await seatPanel(scene, { purpose: "acceptance", experts: five, round });
  return world.owner.panel.findFirstOrThrow({ where, select });
}

interface Standing {
  status: "invited" | "submitted";
  verdict?: string;
  drafted?: boolean;
  signed?: boolean;
}

/** Brings every seat of this round and the panel's opinion to where a command needs them. */
async function panelWith(scene: Scene, standing: Standing) {
  const { status, verdict = null, drafted = false, signed = false } = standing;
  const { owner } = scene.world;
  const now = scene.world.now();
  const panel = await panelIn(scene);
  await owner.panel.update({
    where: { id: panel.id },
    data: { route: "meeting", opinion: drafted ? text : null, opinionVerdict: verdict },
    select: { id: true },
  });
  await owner.assignment.updateMany({
    where: { panelId: panel.id },
    data: {
      status,
      verdict,
      lead: false,
      submittedAt: status === "submitted" ? now : null,
      opinionSignedAt: signed ? now : null,
    },
  });
  await owner.acceptance.update({
    where: { projectId: scene.id },
    data: { proposedResult: null },
    select: { id: true },
  });
  return panel;
}

/** Every seat of this round of acceptance has voted so, and signed the panel's opinion. */
export async function votesOf(scene: Scene, verdict: string): Promise<void> {
  await panelWith(scene, { status: "submitted", verdict, drafted: true, signed: true });
}

/** The first expert's own seat, as the command names it. */
const ownSeat =
  (rest: object, standing: Standing): Way =>
  async (scene) => {
    const panel = scene.here ? await panelWith(scene, standing) : null;
    const seat = await seatOf(scene, "acceptance");
    return {
      projectId: scene.id,
      assignmentId: seat.id,
      assignmentVersion: seat.version,
      ...(standing.drafted ? { panelVersion: panel?.version ?? 1 } : {}),
      ...rest,
    };
  };

const onPanel =
  (rest: object, standing: Standing): Way =>
  async (scene) => {
    const panel = scene.here ? await panelWith(scene, standing) : null;
    if (panel) {
      await scene.world.owner.assignment.updateMany({
        where: { panelId: panel.id, expertId: scene.world.id("expert1") },
        data: { lead: true },
      });
    }
    return { projectId: scene.id, panelVersion: panel?.version ?? 1, ...rest };
  };

/** What each command on the acceptance's panel needs, and what is sent. */
export const acceptancePanelWays: Readonly<Record<string, Way>> = {
  "evaluation.draw-acceptance-panel": async (scene) => {
    await scene.world.owner.acceptance.updateMany({
      where: { projectId: scene.id },
      data: { route: "written" },
    });
    return { projectId: scene.id };
  },
  "evaluation.form-acceptance-panel": async ({ world, id }) => ({
    projectId: id,
    expertIds: five.map((one) => world.id(one)),
    reason: "本领域专家少",
  }),
  "evaluation.name-panel-leader": async (scene) => {
    if (scene.here) await panelWith(scene, { status: "invited" });
    return { projectId: scene.id, assignmentId: (await seatOf(scene, "acceptance", "expert2")).id };
  },
  "evaluation.decline-acceptance-seat": ownSeat(
    { cause: "time", reason: "出差" },
    { status: "invited" },
  ),
  "evaluation.call-acceptance-meeting": onPanel(
    { meetingAt: "2099-04-01T01:00:00.000Z", meetingPlace: "市科技局三楼会议室" },
    { status: "invited" },
  ),
  "evaluation.cast-acceptance-vote": ownSeat(
    { verdict: "passed", opinion: "同意", signedName: "专家一" },
    { status: "invited" },
  ),
  "evaluation.draft-acceptance-opinion": onPanel(
    { verdict: "passed", opinion: text },
    { status: "submitted", verdict: "passed" },
  ),
  "evaluation.sign-acceptance-opinion": ownSeat(
    { signedName: "专家一" },
    { status: "submitted", verdict: "passed", drafted: true },
  ),
};
