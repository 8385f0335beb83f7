import { z } from "zod";
import type { Demo } from "./runner";

export const callKeys = ["first", "second", "open"] as const;
export type CallKey = (typeof callKeys)[number];

/** When each call opens and closes, in days from the day of the load. */
export const callDays: Readonly<Record<CallKey, { opens: number; closes: number; ago: number }>> = {
  first: { opens: -1090, closes: -1045, ago: 2 },
  second: { opens: -705, closes: -660, ago: 1 },
  open: { opens: -95, closes: 20, ago: 0 },
};

const answer = z.object({ callId: z.uuid() });

/** Drafts and publishes a call, with quotas of the two big districts. Answers its id. */
export async function publishCall(demo: Demo, key: CallKey): Promise<string> {
  const { opens, closes, ago } = callDays[key];
  const year = Number(demo.clock.today.slice(0, 4)) - ago;
  const instant = (day: number, minutes: number) =>
    new Date(demo.clock.at(day, 0).getTime() + minutes * 60_000).toISOString();
  const data = await demo.run("officer", "calls.create-call", {
    code: `KH-${year}-01`,
    title: `${year}年度国际科技合作计划项目（常年受理、分批评审）`,
    titleEn: `International S&T cooperation projects ${year} (rolling review)`,
    year,
    programmeLevel: "city",
    opensAt: instant(opens, 0),
    closesAt: instant(closes, 8 * 60),
    districtClosesAt: instant(closes + 7, 8 * 60),
    budget: "20000000",
    maxPerUnit: 12,
    publicityDays: 5,
    lightProfile: false,
    midTermGate: key === "second",
    description:
      "支持与重点国别开展技术引进、联合研发和共建平台，重点考核消化吸收与再创新。（演示数据）",
    ...(await versions(demo)),
  });
  const { callId } = answer.parse(data);
  for (const [districtId, quota] of [
    ["320412", 20],
    ["320411", 15],
  ]) {
    await demo.run("officer", "calls.set-quota", { callId, districtId, quota });
  }
  await demo.run("officer", "calls.publish-call", { callId, version: 1 });
  return callId;
}

/** The versions that a new call names: those that every installation starts with. */
function versions(demo: Demo) {
  return demo.read(async (tx) => {
    const form = await tx.formVersion.findFirstOrThrow({
      where: { code: { notIn: ["annual_report", "tracking_report"] } },
      select: { id: true },
    });
    const sheet = await tx.scoreSheet.findFirstOrThrow({ select: { id: true } });
    const set = await tx.indicatorSet.findFirstOrThrow({
      where: { purpose: "project" },
      select: { id: true },
    });
    const rule = await tx.evaluationRule.findFirstOrThrow({ select: { id: true } });
    return {
      formVersionId: form.id,
      scoreSheetId: sheet.id,
      indicatorSetId: set.id,
      evaluationRuleId: rule.id,
    };
  });
}
