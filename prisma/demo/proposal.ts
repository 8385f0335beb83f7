import { hasLedger } from "@/lib/absorption/links";
import type { ProposalContent } from "@/lib/application/schema";
import { addMonths } from "@/lib/kernel/working-days";
import type { UndertakingPlan } from "@/lib/project/plan";
import { foreignExperts } from "./partners";
import { type ProjectSpec, yuan } from "./spec";

const dayMs = 86_400_000;
const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);
const text = (day: Date): string => day.toISOString().slice(0, 10);

export interface Term {
  startsOn: string;
  endsOn: string;
}

/** A term of so many months from this day on. */
export function termFrom(startsOn: string, months: number): Term {
  const end = addMonths(midnight(startsOn), months);
  return { startsOn, endsOn: text(new Date(end.getTime() - dayMs)) };
}

/** The day at this share of a term. */
export function dayWithin({ startsOn, endsOn }: Term, share: number): string {
  const [from, to] = [midnight(startsOn).getTime(), midnight(endsOn).getTime()];
  return text(new Date(from + Math.round(((to - from) * share) / dayMs) * dayMs));
}

/** What the project undertakes: technologies with their links, targets, milestones, payments. */
export function undertakingOf(spec: ProjectSpec, term: Term): UndertakingPlan {
  const weights = spec.technologies.length === 2 ? [0.6, 0.4] : [0.5, 0.3, 0.2];
  const technologies = spec.technologies.map((name, at) => ({
    name,
    weight: spec.technologies.length === 1 ? 1 : (weights[at] ?? 0),
    main: at === 0,
    trlScaleId: "qd13",
    trlStart: 5,
    pointsTotal: 20,
    importBy: dayWithin(term, 0.2),
    digestBy: dayWithin(term, 0.45),
    absorbBy: dayWithin(term, 0.7),
    reinnovateBy: dayWithin(term, 0.95),
  }));
  const total = spec.grant + spec.own;
  const first = Math.round(spec.grant * 0.6);
  return {
    technologies: hasLedger(spec.mode) ? technologies : [],
    targets: [
      { indicatorCode: "Q1", value: "3", core: false },
      { indicatorCode: "Q2", value: "2", core: false },
      { indicatorCode: "L3", value: "70", core: false },
      { indicatorCode: "E1", value: String(Math.round((total * 20) / 3)), core: false },
    ],
    milestones: [
      { name: "样机完成并通过内部测试", plannedOn: dayWithin(term, 0.5) },
      { name: "小批量试制与用户验证", plannedOn: dayWithin(term, 0.85) },
    ],
    tranches: [
      { condition: "合同签订后", amount: yuan(first), plannedOn: dayWithin(term, 0.08) },
      { condition: "中期检查合格后", amount: yuan(spec.grant - first), plannedOn: null },
    ],
  };
}

/** A complete proposal of this project; `documents` are uploaded before. */
export function proposalOf(
  spec: ProjectSpec,
  startsOn: string,
  documents: ProposalContent["documents"],
): ProposalContent {
  const term = termFrom(startsOn, spec.months);
  const ownFirst = Math.round(spec.own * 0.5);
  return {
    title: spec.title,
    titleEn: spec.titleEn,
    countryCode: spec.country,
    industryCode: spec.industry,
    cooperationMode: spec.mode,
    partners: [
      {
        name: spec.partner.name,
        nameEn: spec.partner.nameEn,
        countryCode: spec.country,
        type: spec.partner.type,
      },
    ],
    investigator: { name: spec.investigator, title: "高级工程师" },
    members: [
      { name: "程理之", part: "key", title: "工程师", tasks: "工艺消化与样机试制" },
      { name: "卫数衡", part: "finance", title: "会计师", tasks: "经费管理" },
      {
        name: foreignExperts[spec.title.length % foreignExperts.length] ?? foreignExperts[0],
        part: "foreign_expert",
        tasks: "技术资料与培训",
      },
    ],
    summary: `本项目与${spec.partner.name}合作，围绕${spec.technologies.join("、")}开展引进、消化、吸收和再创新。`,
    background:
      "双方已签订合作协议，明确任务分工和知识产权归属；承担单位具备试制条件和配套资金。（演示数据）",
    ...term,
    grantRequested: yuan(spec.grant),
    ownFunds: yuan(spec.own),
    budget: [
      { source: "city", head: "operating", amount: yuan(spec.grant) },
      { source: "own", head: "equipment", amount: yuan(ownFirst) },
      { source: "own", head: "labour", amount: yuan(spec.own - ownFirst) },
    ],
    undertaking: undertakingOf(spec, term),
    selfCheck: { humanGenetic: "na", ethicsReview: "na", dataExport: "na", exportControl: "yes" },
    avoidExperts: [],
    pledge: { signed: true, signedName: spec.investigator },
    documents,
  };
}
