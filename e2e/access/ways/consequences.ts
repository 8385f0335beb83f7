import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { linkedFile } from "./linked-file";
import { daysAgo, type Scene, type Way } from "./scene";

/** A limit in force on the scene's project, still open to appeal. */
async function consequence(scene: Scene): Promise<string> {
  const { world, guard } = scene;
  const id = newId();
  await world.owner.consequence.create({
    data: {
      id,
      ...guard,
      kind: "attention",
      basis: "评价为中",
      validFrom: world.now(),
      ruleCode: "tightened_fair",
      ruleVersion: 1,
      appealUntil: daysAgo(scene, -20),
      details: { trigger: "grade:fair" },
    },
    select: { id: true },
  });
  return id;
}

/** An appeal against it, in one status. */
async function appeal(scene: Scene, status: string) {
  const id = newId();
  await scene.world.owner.objection.create({
    data: {
      id,
      ...scene.guard,
      kind: "appeal",
      status,
      filerNameEnc: "s1.x.x.x",
      filerPhoneEnc: "s1.x.x.x",
      content: "数据有误",
      filedAt: scene.world.now(),
      subjectType: "consequence",
      subjectId: await consequence(scene),
    },
    select: { id: true },
  });
  return { projectId: scene.id, appealId: id, appealVersion: 1 };
}

/** What each command on consequences needs, and what is sent. */
export const consequenceWays: Readonly<Record<string, Way>> = {
  "consequences.file-appeal": async (scene) => ({
    projectId: scene.id,
    consequenceId: await consequence(scene),
    consequenceVersion: 1,
    contactName: "周敏",
    phone: "0519-85588001",
    content: "核定数据与凭证不符",
  }),
  "consequences.record-paper-appeal": async (scene) => ({
    projectId: scene.id,
    consequenceId: await consequence(scene),
    consequenceVersion: 1,
    contactName: "周敏",
    phone: "0519-85588001",
    content: "核定数据与凭证不符",
    receivedOn: shanghaiDate(scene.world.now()),
    paperNumber: "科信〔2026〕12号",
    scanFileId: (await linkedFile(scene)).fileId,
  }),
  "consequences.confirm-paper-appeal": async (scene) => ({
    ...(await appeal(scene, "recorded")),
    answer: "right",
  }),
  "consequences.handle-appeal": async (scene) => ({
    ...(await appeal(scene, "filed")),
    step: "accept",
  }),
  "consequences.decide-appeal": async (scene) => ({
    ...(await appeal(scene, "investigated")),
    verdict: "upheld",
    finding: "数据确有误",
  }),
};
