import { upload } from "../files";
import type { Life } from "../life";
import { type Quality, yuan } from "../spec";
import { panelFrom } from "./panels";
import { spentOf } from "./reached";
import { prove, selfLines } from "./self-lines";

/** The unit applies; where the term ended before, the system has done so already. */
export async function apply(life: Life): Promise<void> {
  const { state } = await life.row();
  if (state === "active") await life.step(life.admin, "evaluation.apply-for-acceptance");
}

const acceptance = (life: Life) =>
  life.demo.read((tx) =>
    tx.acceptance.findUniqueOrThrow({
      where: { projectId: life.projectId },
      select: { version: true, route: true, round: true },
    }),
  );

async function onFile(life: Life) {
  return { acceptanceVersion: (await acceptance(life)).version };
}

async function papers(life: Life) {
  const documents: { fileId: string; documentKind: string }[] = [];
  for (const [documentKind, name] of [
    ["D20", "验收申请"],
    ["D21", "工作与技术总结"],
    ["D22", "指标完成证明"],
    ["D24", "专项审计报告"],
  ] as const) {
    const line = `${documentKind} ${life.spec.key}`;
    const fileId = await upload(life.demo, life.admin, `${name}-${life.spec.key}`, line);
    documents.push({ fileId, documentKind });
  }
  return documents;
}

export const file = (quality: Quality) => async (life: Life) => {
  const spent = spentOf(life, quality);
  const grantSpent = Math.min(life.spec.grant, Math.round(spent));
  await prove(life, quality);
  await life.run(life.admin, "evaluation.submit-acceptance-file", {
    ...(await onFile(life)),
    summary: `项目围绕${life.spec.technologies.join("、")}完成引进、消化、吸收和再创新任务，形成样机与自有工艺文件。`,
    lines: await selfLines(life, quality),
    finalAccount: {
      grantSpent: yuan(grantSpent),
      ownSpent: yuan(spent - grantSpent),
      otherSpent: "0",
      irregularPayments: quality === "poor" ? 1 : 0,
      auditReport: `演示会计师事务所 演审〔${life.demo.clock.day.slice(0, 4)}〕${life.index + 1}号`,
    },
    documents: await papers(life),
  });
};

export async function confirmFile(life: Life): Promise<void> {
  await life.run(life.district, "evaluation.confirm-acceptance-file", {
    ...(await onFile(life)),
    opinion: "材料属实，同意验收。",
  });
}

export async function returnFile(life: Life): Promise<void> {
  await life.run(life.district, "evaluation.return-acceptance-file", {
    ...(await onFile(life)),
    reasons: [
      { field: "summary", reason: "请补充国产化率的测算依据" },
      { field: "finalAccount", reason: "自筹资金支出与审计报告不一致" },
    ],
  });
}

/** The bureau admits the file, where it has not done so before. */
export async function admit(life: Life): Promise<void> {
  const { state } = await life.row();
  if (state === "acceptance_filing") await life.step(life.officer, "evaluation.admit-acceptance");
}

/** Drawn from the bank; the next lot takes the seat of one who has no time. */
export async function drawPanel(life: Life): Promise<void> {
  await life.run(life.officer, "evaluation.draw-acceptance-panel", {});
  if (life.index % 4 === 0) await giveBack(life);
  await callMeeting(life);
}

async function giveBack(life: Life): Promise<void> {
  const [seat] = (await seatsIn(life, "invited")).slice(-1);
  if (seat === undefined) return;
  await life.run(personIn(life, seat.expertId)[0], "evaluation.decline-acceptance-seat", {
    assignmentId: seat.id,
    assignmentVersion: seat.version,
    cause: "time",
    reason: "与出国访问时间冲突，不能参加。",
  });
}

/** Chosen by hand: five with one of finance for a meeting, three in writing. */
export async function seatPanel(life: Life, start = life.index): Promise<void> {
  const { route } = await acceptance(life);
  const people = panelFrom(start, route === "meeting" ? 5 : 3);
  await life.run(life.officer, "evaluation.form-acceptance-panel", {
    expertIds: people.map((each) => life.demo.actor(each).userId),
    reason: "由参加过中期检查、熟悉项目情况的专家验收，经处务会研究同意。",
  });
  await callMeeting(life);
}

async function callMeeting(life: Life): Promise<void> {
  const { route } = await acceptance(life);
  if (route !== "meeting") return;
  const { version } = await panel(life);
  const inThreeDays = new Date(life.demo.clock.instant.getTime() + 3 * 86_400_000);
  await life.run(life.officer, "evaluation.call-acceptance-meeting", {
    panelVersion: version,
    meetingAt: inThreeDays.toISOString(),
    meetingPlace: "市科技局三楼第二会议室",
  });
}

const panel = (life: Life) =>
  life.demo.read((tx) =>
    tx.panel.findFirstOrThrow({
      where: { projectId: life.projectId, purpose: "acceptance" },
      orderBy: { round: "desc" },
      select: { id: true, route: true, version: true },
    }),
  );

async function seatsIn(life: Life, status: string) {
  const { id } = await panel(life);
  return life.demo.read((tx) =>
    tx.assignment.findMany({
      where: { panelId: id, status },
      orderBy: { seat: "asc" },
      select: { id: true, version: true, expertId: true, lead: true },
    }),
  );
}

function personIn(life: Life, expertId: string) {
  const person = [...life.demo.actors].find(([, actor]) => actor.userId === expertId);
  if (person === undefined) throw new Error("a seat of nobody");
  return person;
}

const favourable = [
  "技术路线清楚，主要指标有第三方检测报告支撑。",
  "样机运行数据完整，建议补充长期可靠性试验。",
  "消化吸收过程记录规范，自有工艺文件齐全。",
  "与外方的知识产权约定明确，后续改进权属清楚。",
  "经费开支基本符合合同预算，会计凭证齐全。",
];
const doubtful = [
  "部分指标缺少第三方检测报告，完成情况难以核实。",
  "样机尚未连续运行，可靠性数据不足。",
  "国产化率测算依据不充分，口径须说明。",
  "自有工艺文件不完整，掌握程度证据偏弱。",
  "经费归集不规范，部分支出与合同预算不符。",
];

/** Those who have a seat vote, the last so many of them not yet. */
export const vote =
  (verdict: string, missing = 0) =>
  async (life: Life) => {
    const seats = await seatsIn(life, "invited");
    const remarks = verdict === "passed" ? favourable : doubtful;
    for (const [at, seat] of seats.slice(0, seats.length - missing).entries()) {
      const [username, { name }] = personIn(life, seat.expertId);
      await life.run(username, "evaluation.cast-acceptance-vote", {
        assignmentId: seat.id,
        assignmentVersion: seat.version,
        verdict,
        opinion: remarks[at % remarks.length] ?? "",
        signedName: name,
      });
    }
  };

const conclusions: Readonly<Record<string, string>> = {
  passed: "提供的验收资料齐全，完成了合同约定的主要任务和指标，经费使用基本合理。同意通过验收。",
  rectify: "部分指标证明材料不充分，经费归集有待规范。建议限期整改后再次验收。",
  concluded: "因合作方客观原因，部分指标未能完成，承担单位已尽勤勉义务，经费使用规范。建议结题。",
  failed: "主要指标未完成，部分支出不符合规定。不同意通过验收。",
};

/** The leader writes the panel's opinion, and all but the last so many sign. */
export const sign =
  (verdict: string, missing = 0) =>
  async (life: Life) => {
    const seats = await seatsIn(life, "submitted");
    const leader = seats.find(({ lead }) => lead);
    if (leader === undefined) throw new Error("a panel without a leader");
    const { version, route } = await panel(life);
    const heard =
      route === "meeting" ? "听取了项目承担单位的汇报，审阅了验收资料" : "审阅了验收资料";
    await life.run(personIn(life, leader.expertId)[0], "evaluation.draft-acceptance-opinion", {
      panelVersion: version,
      verdict,
      opinion: `专家组${heard}，经质询和讨论，形成意见如下：${conclusions[verdict] ?? ""}`,
    });
    for (const seat of seats.slice(0, seats.length - missing)) {
      const [username, { name }] = personIn(life, seat.expertId);
      await life.run(username, "evaluation.sign-acceptance-opinion", {
        assignmentId: seat.id,
        assignmentVersion: seat.version,
        panelVersion: version + 1,
        signedName: name,
        ...(life.index % 5 === 0 && seat === seats[1]
          ? { reservation: "国产化率的测算口径建议进一步说明。" }
          : {}),
      });
    }
  };

export const propose = (result: string) => async (life: Life) => {
  await life.run(life.officer, "evaluation.propose-result", {
    ...(await onFile(life)),
    result,
    opinion: "综合专家意见和指标完成情况，建议如上。",
    reason: "与专家组多数意见一致；个别指标受市场和合作方影响。",
  });
};

export async function issueResult(life: Life): Promise<void> {
  await life.step("manager", "evaluation.issue-acceptance-result", { opinion: "同意。" });
}

export async function orderRectification(life: Life): Promise<void> {
  await life.step(life.officer, "evaluation.order-rectification", {
    order: "请在三个月内补充第三方检测报告，完善国产化率测算，并整改经费归集问题。",
  });
}

export const submitRectification = (quality: Quality) => async (life: Life) => {
  await life.run(life.admin, "evaluation.submit-rectification", {
    ...(await onFile(life)),
    report: "已补充第三方检测报告，重新测算国产化率，经费归集问题已整改到位。",
    lines: await selfLines(life, quality),
  });
};

export async function confirmRectification(life: Life): Promise<void> {
  await life.run(life.district, "evaluation.confirm-rectification", {
    ...(await onFile(life)),
    opinion: "现场核实，整改到位。",
  });
}

export const reapply = (life: Life) =>
  life.step(life.admin, "evaluation.reapply-for-acceptance").then(() => {});

/** A project of a higher level: its acceptance is recorded here. */
export async function recordUpper(life: Life): Promise<void> {
  await life.run(life.officer, "evaluation.record-upper-acceptance", {
    ...(await onFile(life)),
    result: "passed",
    documentNumber: `演示验〔${life.demo.clock.day.slice(0, 4)}〕${life.index + 1}号`,
    decidedOn: life.demo.clock.day,
  });
}
