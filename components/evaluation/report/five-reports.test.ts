import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadWords } from "@/components/project/words";
import type { Locale } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";
import type { Paper } from "@/lib/documents/paper/paper";
import { renderPdf } from "@/lib/documents/pdf/render";
import { renderWord } from "@/lib/documents/word/paper";
import {
  audit,
  exampleAuditLines,
  exampleSelfLines,
  lifeOf,
  submitSelf,
  toResult,
  toReview,
} from "@/lib/evaluation/life.fixture";
import { evaluationReport } from "@/lib/evaluation/report";
import { query } from "@/lib/kernel/query";
import { projectDetail } from "@/lib/project/detail";
import { loadReference } from "@/lib/reference/load";
import { useWorld } from "@/test/world";
import { evaluationPaper } from "./evaluation-paper";

let locale: Locale = "zh-CN";
vi.mock("next-intl/server", () => ({
  getLocale: async () => locale,
  getTranslations: async (namespace: string) =>
    createTranslator({ locale, messages: loadMessages(locale), namespace }),
}));

const world = useWorld();
beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 60_000,
  }),
);

interface Story {
  grade: string | null;
  /** How much of the example's values was reached. */
  reached: number;
  result: "passed" | "concluded";
}

const stories: readonly Story[] = [
  { grade: "excellent", reached: 1.15, result: "passed" },
  { grade: "good", reached: 1, result: "passed" },
  { grade: "fair", reached: 0.7, result: "passed" },
  { grade: "poor", reached: 0.2, result: "passed" },
  // Concluded without pass: scored, but no grade follows.
  { grade: null, reached: 0.2, result: "concluded" },
];

/** The example's values, reached in part or exceeded; bands stay as they were. */
const selfLines = (reached: number) =>
  exampleSelfLines.map((line) =>
    "value" in line && Number(line.value) > 0 && line.indicatorCode !== "B0"
      ? { ...line, value: String(Math.round(Number(line.value) * reached * 100) / 100) }
      : line,
  );

async function finished({ reached, result }: Story): Promise<string> {
  const { id } = await world.project({ state: "active" });
  const life = lifeOf(world, id);
  await toReview(world, life);
  await toResult(life, result);
  await submitSelf(life, selfLines(reached));
  await audit(life, reached < 1 ? [] : exampleAuditLines);
  if (result === "passed")
    await life.step("manager", "finalise-grade", { opinion: "同意评价结果。" });
  return id;
}

async function paperOf(projectId: string, inLocale: Locale): Promise<Paper> {
  locale = inLocale;
  const actor = world.as("manager");
  const { project, report } = await query(actor, async (tx) => ({
    project: await projectDetail(tx, actor, projectId, world.now()),
    report: await evaluationReport(tx, actor, projectId, world.now()),
  }));
  if (project === null || report === null) throw new Error("no report");
  return evaluationPaper(project, report, await loadWords(actor));
}

async function documentOf(bytes: Uint8Array): Promise<string> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const entry = entries.find(({ filename }) => filename === "word/document.xml");
  if (entry === undefined || entry.directory) throw new Error("no document");
  return entry.getData(new TextWriter());
}

/** Every opening tag of well-formed XML is closed in its turn. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name = "", self] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (self === "/") continue;
    if (close !== "/") open.push(name);
    else if (open.pop() !== name) return [...open, name];
  }
  return open;
}

const consequences: Readonly<Record<string, string>> = {
  excellent: "同等条件下优先支持后续申报",
  good: "未达目标的指标列入跟踪评价",
  fair: "后续支持从紧，评审时提示",
  poor: "两年内不受理新的申报",
  concluded: "核算并退回未使用的财政经费",
};

describe.each(stories)("the report of a project that was $result and graded $grade", (story) => {
  it("has all its parts, a leader's minute on the cover, and opens as PDF and Word", async () => {
    const id = await finished(story);
    const paper = await paperOf(id, "zh-CN");
    expect(paper.sections.map(({ title }) => title)).toEqual([
      "评价结论",
      "四项政策导向",
      "指标评价明细",
      "目标沿革",
      "消化吸收情况",
      "经费情况（万元）",
      "权重敏感性",
      "评审与定级意见",
      "结果应用",
    ]);
    expect(paper.sections.every(({ blocks }) => blocks.length > 0)).toBe(true);
    const lead = new Map(paper.lead);
    expect([...lead.keys()]).toEqual(["分项得分", "主要失分", "经费（万元）", "结果应用"]);
    expect(lead.get("结果应用")).toContain(consequences[story.grade ?? story.result]);
    const bytes = renderPdf("paper", { locale: "zh-CN", words: {}, author: "", paper });
    expect(Buffer.from(bytes).subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const xml = await documentOf(await renderWord(paper));
    expect(unclosed(xml)).toEqual([]);
    for (const { title } of paper.sections) expect(xml).toContain(title);
  }, 60_000);
});

it("has no Chinese word of its own in English", async () => {
  const id = await finished({ grade: "good", reached: 1, result: "passed" });
  const paper = await paperOf(id, "en");
  expect([...(paper.lead ?? [])].map(([, value]) => value).join()).not.toMatch(/\p{Script=Han}/u);
  expect(paper.sections.map(({ title }) => title).join()).not.toMatch(/\p{Script=Han}/u);
}, 60_000);
