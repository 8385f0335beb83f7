import { z } from "zod";
import type { RegistrationRow } from "@/lib/application/registration/row";
import type { Life } from "../life";
import { termFrom, undertakingOf } from "../proposal";
import { batchDays, type RegisteredSpec } from "../registered";
import type { Demo } from "../runner";
import { yuan } from "../spec";
import { unitOf } from "../units";
import { spentShare } from "./results";

const entered = z.object({ registrationId: z.uuid() });
const confirmed = z.object({ projectIds: z.array(z.uuid()) });

const afterAcceptance: readonly string[] = ["evaluation", "tracking", "archived"];

/** One line of the register, as the upper level's papers tell it. */
export function rowOf(demo: Demo, spec: RegisteredSpec): RegistrationRow {
  const unit = unitOf(spec.unit);
  const term = termFrom(demo.clock.date(spec.starts), spec.months);
  const year = Number(term.startsOn.slice(0, 4));
  const national = spec.level === "national";
  const accepted = afterAcceptance.includes(spec.state);
  const plan = undertakingOf(spec, term);
  return {
    title: spec.title,
    titleEn: spec.titleEn,
    number: `${national ? "YS-GJ" : "YS-SJ"}${year}-${spec.key}`,
    upperDocumentNumber: `${national ? "国科演示" : "苏科演示"}〔${year}〕${spec.key}号`,
    programmeLevel: spec.level,
    year,
    state: spec.state,
    uscc: unit.uscc,
    unitName: unit.name,
    unitType: unit.type,
    districtId: unit.districtId,
    countryCode: spec.country,
    industryCode: spec.industry,
    cooperationMode: spec.mode,
    partnerName: spec.partner.name,
    partnerNameEn: spec.partner.nameEn,
    partnerType: spec.partner.type,
    investigatorName: spec.investigator,
    summary: "上级立项、在常州实施的国际科技合作项目。（演示数据）",
    ...term,
    ...(national ? { grantCentral: yuan(spec.grant) } : { grantProvince: yuan(spec.grant) }),
    ownFunds: yuan(spec.own),
    spent: yuan(Math.round((spec.grant + spec.own) * spentOf(demo, spec, term))),
    ...(accepted
      ? {
          acceptanceResult: "passed",
          acceptedOn: demo.clock.date(demo.clock.offset(term.endsOn) + 50),
        }
      : {}),
    ...(spec.state === "archived" ? { score: "86.40" } : {}),
    undertaking: { ...plan, tranches: [] },
  };
}

/** Of a running project by the time that has passed, of a finished one what its quality says. */
function spentOf(demo: Demo, spec: RegisteredSpec, term: { endsOn: string }): number {
  const ends = demo.clock.offset(term.endsOn);
  const day = batchDays[spec.batch];
  if (ends <= day) return spentShare.good;
  return Math.min(0.9, Math.max(0.1, (day - spec.starts) / (ends - spec.starts)) * 0.9);
}

/** An officer enters a batch. */
export async function enterBatch(demo: Demo, lives: readonly Life[], rows: RegistrationRow[]) {
  const data = await demo.run("officer", "application.register-projects", {
    rows,
    note: `${lives.length}个上级项目，文件原件已核对。`,
    dryRun: false,
  });
  return entered.parse(data).registrationId;
}

/** A second officer or the division's head confirms it: each line becomes a project. */
export async function confirmBatch(
  demo: Demo,
  by: string,
  registrationId: string,
  lives: readonly Life[],
): Promise<void> {
  const data = await demo.run(by, "application.confirm-registration", {
    registrationId,
    version: 1,
  });
  const { projectIds } = confirmed.parse(data);
  for (const [at, life] of lives.entries()) life.projectId = projectIds[at] ?? "";
}
