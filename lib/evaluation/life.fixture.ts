import { commandNamed } from "@/lib/commands/registry";
import type { Command } from "@/lib/kernel/command";
import type { PersonName, World } from "@/test/world";
import { exampleLines } from "./scoring/example.fixture";

/** Steps of this room in a test's world, on one project; a minute passes before each. */
export interface Life {
  projectId: string;
  run: (person: PersonName, verb: string, body?: object) => Promise<unknown>;
  /** A transition: the version is read before. */
  step: (person: PersonName, verb: string, body?: object) => Promise<unknown>;
  acceptance: () => Promise<{ id: string; version: number; round: number; route: string }>;
  evaluation: () => Promise<{ id: string; version: number; round: number; status: string }>;
  project: () => Promise<{ state: string; subStatus: string | null; version: number }>;
  /** The panel of the latest round. */
  panel: () => Promise<{ id: string; version: number }>;
  vote: (expert: PersonName, verdict: string) => Promise<unknown>;
  sign: (expert: PersonName, rest?: object) => Promise<unknown>;
}

export const panelOfFive: readonly PersonName[] = [
  "expert1",
  "expert2",
  "expert3",
  "expert4",
  "expert6",
];

function command(verb: string): Command {
  const found = commandNamed(`evaluation.${verb}`);
  if (found === null) throw new Error(`no command evaluation.${verb}`);
  return found;
}

/** The steps on a project of the world. */
export function lifeOf(world: World, projectId: string): Life {
  const project = () =>
    world.owner.project.findUniqueOrThrow({
      where: { id: projectId },
      select: { state: true, subStatus: true, version: true },
    });
  const run: Life["run"] = (person, verb, body = {}) => {
    world.setClock(new Date(world.now().getTime() + 60_000));
    return world.run(person, command(verb), { projectId, ...body });
  };
  const panel = () =>
    world.owner.panel.findFirstOrThrow({
      where: { projectId, purpose: "acceptance" },
      orderBy: { round: "desc" },
      select: { id: true, version: true },
    });
  return {
    projectId,
    run,
    project,
    panel,
    sign: async (expert, rest = {}) => {
      const { id, version: panelVersion } = await panel();
      const seat = await world.owner.assignment.findFirstOrThrow({
        where: { panelId: id, expertId: world.id(expert) },
        select: { id: true, version: true },
      });
      return run(expert, "sign-acceptance-opinion", {
        assignmentId: seat.id,
        assignmentVersion: seat.version,
        panelVersion,
        signedName: world.as(expert).name,
        ...rest,
      });
    },
    step: async (person, verb, body = {}) => {
      const { version } = await project();
      return run(person, verb, { version, ...body });
    },
    acceptance: () =>
      world.owner.acceptance.findUniqueOrThrow({
        where: { projectId },
        select: { id: true, version: true, round: true, route: true },
      }),
    evaluation: () =>
      world.owner.evaluation.findFirstOrThrow({
        where: { projectId },
        orderBy: { round: "desc" },
        select: { id: true, version: true, round: true, status: true },
      }),
    vote: async (expert, verdict) => {
      const seat = await world.owner.assignment.findFirstOrThrow({
        where: {
          projectId,
          expertId: world.id(expert),
          panel: { purpose: "acceptance" },
          status: "invited",
        },
        orderBy: { panel: { round: "desc" } },
        select: { id: true, version: true },
      });
      return run(expert, "cast-acceptance-vote", {
        assignmentId: seat.id,
        assignmentVersion: seat.version,
        verdict,
        opinion: "同意",
        signedName: world.as(expert).name,
      });
    },
  };
}

const explained = { reason: "受市场影响", improvement: "拓展市场", cause: "market" };

/** The example's self values with reasons where something was missed or far exceeded. */
export const exampleSelfLines = exampleLines.map((line) => {
  const value = line.actual && "value" in line.actual ? { value: line.actual.value } : {};
  return {
    indicatorCode: line.code,
    ...value,
    ...(line.achievement ? { achievement: line.achievement, score: line.score } : {}),
    ...explained,
  };
});

const finalAccount = {
  grantSpent: "600000",
  ownSpent: "2160000",
  otherSpent: "0",
  irregularPayments: 0,
  auditReport: "常州中正会计师事务所 常中审〔2026〕12号",
};

/** Submits the acceptance file of the example, with all its documents. */
export async function submitFile(world: World, life: Life, rest: object = {}): Promise<unknown> {
  const documents: { fileId: string; documentKind: string }[] = [];
  for (const documentKind of ["D20", "D21", "D22", "D24"]) {
    documents.push({ fileId: await world.file("enterprise"), documentKind });
  }
  return life.run("enterprise", "submit-acceptance-file", {
    acceptanceVersion: (await life.acceptance()).version,
    summary: "完成了约定的工作。",
    lines: exampleSelfLines,
    finalAccount,
    documents,
    ...rest,
  });
}

/** From running to the acceptance's review, panel seated. */
export async function toReview(world: World, life: Life): Promise<void> {
  await life.step("enterprise", "apply-for-acceptance");
  await submitFile(world, life);
  await life.run("district", "confirm-acceptance-file", {
    acceptanceVersion: (await life.acceptance()).version,
    opinion: "材料属实",
  });
  await life.step("officer", "admit-acceptance");
  await formPanel(world, life);
}

export async function formPanel(world: World, life: Life): Promise<void> {
  await life.run("officer", "form-acceptance-panel", {
    expertIds: panelOfFive.map((expert) => world.id(expert)),
    reason: "专家库中本领域专家少，经科室会议商定",
  });
}

/** The leader writes the panel's opinion and these members sign it; all have voted. */
export async function signOpinion(
  life: Life,
  verdict: string,
  signers: readonly PersonName[] = panelOfFive,
): Promise<void> {
  await life.run("expert1", "draft-acceptance-opinion", {
    panelVersion: (await life.panel()).version,
    verdict,
    opinion: "专家组听取汇报并审阅资料，形成以上意见。",
  });
  for (const expert of signers) await life.sign(expert);
}

/** From the review to an issued result. */
export async function toResult(life: Life, result: string, verdict = result): Promise<void> {
  for (const expert of panelOfFive) await life.vote(expert, verdict);
  await signOpinion(life, verdict);
  await life.run("officer", "propose-result", {
    acceptanceVersion: (await life.acceptance()).version,
    result,
    opinion: "建议如上",
    reason: "专家一致意见，个别指标受市场影响",
  });
  await life.step("manager", "issue-acceptance-result");
}

/** The bureau hands the sheet that came with the acceptance file back to the unit. */
export async function returnSelf(life: Life): Promise<void> {
  await life.run("officer", "return-self-evaluation", {
    evaluationVersion: (await life.evaluation()).version,
    reasons: [{ field: "lines", reason: "请按现在的数据重填" }],
  });
}

/** Submits the self-evaluation by itself; one that came with the acceptance file is returned before. */
export async function submitSelf(life: Life, lines: readonly object[] = exampleSelfLines) {
  const { status } = await life.evaluation();
  if (status === "submitted") await returnSelf(life);
  const { version } = await life.evaluation();
  return life.run("enterprise", "submit-self-evaluation", { evaluationVersion: version, lines });
}

/** The example's audit: everything as stated, 10 % off Q3. */
export const exampleAuditLines = [
  { indicatorCode: "Q3", deductionPercent: 10, reason: "目标值偏低" },
];

export async function audit(life: Life, lines: readonly object[] = exampleAuditLines) {
  const { version } = await life.evaluation();
  return life.run("officer", "audit-evaluation", {
    evaluationVersion: version,
    lines,
    opinion: "数据属实",
  });
}
