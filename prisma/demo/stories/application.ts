import { z } from "zod";
import { upload } from "../files";
import type { Life } from "../life";
import { proposalOf } from "../proposal";

const drafted = z.object({ projectId: z.uuid() });
const saved = z.object({ proposalVersion: z.int() });

/** A contract can start about this long after a draft. */
const daysToContract = 58;

/** The filler begins a draft. */
export async function begin(life: Life): Promise<void> {
  const body = { callId: life.callId, unitId: life.unitId };
  const data = await life.demo.run(life.filler, "application.create-draft", body);
  life.projectId = drafted.parse(data).projectId;
}

/** Some fields are there, others not yet. */
export async function saveHalf(life: Life): Promise<void> {
  const { title, titleEn, country, industry, mode, investigator } = life.spec;
  await life.run(life.filler, "application.save-draft", {
    proposalVersion: 0,
    content: {
      title,
      titleEn,
      countryCode: country,
      industryCode: industry,
      cooperationMode: mode,
      investigator: { name: investigator, title: "" },
      summary: "",
    },
  });
}

/** The whole proposal with its papers; the next version each time. */
export async function saveWhole(life: Life, version = 0, note = ""): Promise<void> {
  const { demo, filler, spec } = life;
  const documents: { fileId: string; documentKind: string }[] = [];
  for (const [documentKind, name] of [
    ["D03", "合作协议（中外文）"],
    ["D05", "营业执照与财务报表"],
  ] as const) {
    const fileId = await upload(demo, filler, `${name}-${spec.key}`, `${documentKind} ${spec.key}`);
    documents.push({ fileId, documentKind });
  }
  const day = demo.clock.offset(demo.clock.day);
  const content = proposalOf(spec, demo.clock.date(day + daysToContract), documents);
  const data = await life.run(filler, "application.save-draft", {
    proposalVersion: version,
    content: { ...content, background: `${content.background}${note}` },
  });
  saved.parse(data);
}

export const handOver = (life: Life) =>
  life.step(life.filler, "application.hand-to-unit-admin").then(() => {});

export const submit = (life: Life) => life.step(life.admin, "application.submit").then(() => {});

export const openReview = (life: Life) =>
  life.run(life.district, "application.open-review").then(() => {});

export async function recommend(life: Life): Promise<void> {
  await life.step(life.district, "application.recommend", {
    opinion: "材料齐全，合作基础扎实，符合本地产业方向，同意推荐。",
  });
}

const districtReasons = [
  { field: "summary", reason: "请写明外方转让的具体技术与交付方式" },
  { field: "budget", reason: "设备费占比偏高，请说明测算依据" },
];

export async function returnByDistrict(life: Life): Promise<void> {
  await life.step(life.district, "application.return-for-amendment", { reasons: districtReasons });
}

export async function returnByBureau(life: Life): Promise<void> {
  await life.step(life.officer, "application.request-supplement", {
    reasons: [
      { field: "partners", reason: "外方单位名称与合作协议不一致，请核对" },
      { field: "documents", reason: "合作协议缺外文签字页" },
    ],
  });
}

/** The unit amends and submits again to the district. */
export async function resubmit(life: Life): Promise<void> {
  await saveWhole(life, 1, "（已按退回意见补充）");
  await life.step(life.admin, "application.resubmit");
}

export async function declineRecommendation(life: Life): Promise<void> {
  await life.step(life.district, "application.decline-recommendation", {
    reason: "合作协议未明确知识产权归属，且自筹资金未落实，不予推荐。",
  });
}

export async function rejectFormally(life: Life): Promise<void> {
  await life.step(life.officer, "application.reject-formally", {
    reasonCode: "no_agreement",
    reason: "未提供双方签署的有效合作协议。",
  });
}

export async function requestWithdrawal(life: Life): Promise<void> {
  await life.run(life.admin, "application.request-withdrawal", {
    reason: "外方内部重组，合作计划推迟。",
  });
}

export async function consentToWithdrawal(life: Life): Promise<void> {
  await life.step(life.officer, "application.withdraw", { reason: "同意申报单位撤回。" });
}

export async function withdrawOwn(life: Life): Promise<void> {
  await life.step(life.admin, "application.withdraw", { reason: "合作方案调整，本年度不再申报。" });
}
