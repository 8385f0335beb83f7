import type pg from "pg";
import { completeProposal } from "@/lib/application/proposal.fixture";
import { defaultIndicatorSet } from "@/lib/evaluation/scoring/default-indicator-set";
import { stateRow } from "@/lib/lifecycle/states";
import type { SeededProject } from "./projects";
import type { ReferenceIds } from "./reference";
import { insertRows, type Row, rowId } from "./rows";

const day = 86_400_000;
const undertaken = new Set([
  "active",
  "suspended",
  "acceptance_filing",
  "acceptance_review",
  "rectification",
  "evaluation",
  "tracking",
]);
const withoutDuty = new Set(["expert_review", "active", "tracking"]);
const links = ["import", "digest", "absorb", "reinnovate"] as const;

const guard = ({ id, unit }: SeededProject) => ({
  projectId: id,
  unitId: unit.id,
  districtId: unit.districtId,
});
const dateOf = (at: Date, days: number): string =>
  new Date(at.getTime() + days * day).toISOString().slice(0, 10);
const times = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** What hangs on each project by the time it stands where it stands. */
export async function insertChildren(
  client: pg.Client,
  projects: readonly SeededProject[],
  reference: ReferenceIds,
): Promise<void> {
  const each = (table: string, rowsOf: (project: SeededProject) => Row[]) =>
    insertRows(client, table, projects.flatMap(rowsOf));
  await each("project_hand", hands);
  await each("project_partner", partners);
  await each("project_member", members);
  await each("funding_line", fundingLines);
  await each("proposal", (project) => proposals(project, reference));
  await each("duty", duties);
  const begun = projects.filter(({ state }) => undertaken.has(state));
  const under = (table: string, rowsOf: (project: SeededProject) => Row[]) =>
    insertRows(client, table, begun.flatMap(rowsOf));
  await under("technology", (project) => [technology(project, reference)]);
  await under("ledger_link", ledgerLinks);
  await under("milestone", milestones);
  await under("tranche", tranches);
  await under("payment", payments);
  await under("periodic_report", (project) => [report(project, reference)]);
  await under("baseline", (project) => [baseline(project, reference)]);
  await under("target", targets);
}

const hands = ({ id, unit, createdAt }: SeededProject): Row[] => [
  { projectId: id, userId: unit.fillerId, part: "filled", at: createdAt },
];

const partners = (project: SeededProject): Row[] => [
  {
    id: rowId(10, project.n),
    ...guard(project),
    partnerId: rowId(8, project.n % 200),
    name: `外方合作单位${project.n % 200}`,
    countryCode: project.countryCode,
    validFrom: dateOf(project.createdAt, 0),
  },
];

const members = (project: SeededProject): Row[] =>
  times(3).map((at) => ({
    id: rowId(11, project.n * 3 + at),
    ...guard(project),
    name: ["周明", "吴敏", "郑源"][at],
    part: at === 0 ? "investigator" : "key",
    title: "研究员",
    validFrom: dateOf(project.createdAt, 0),
  }));

const fundingLines = (project: SeededProject): Row[] =>
  ["city", "own"].map((source, at) => ({
    id: rowId(12, project.n * 2 + at),
    ...guard(project),
    source,
    year: project.year,
    amount: 200_000 * (at + 1),
    originalAmount: 200_000 * (at + 1),
  }));

/** The content of those whose papers are still at work. */
function proposals(project: SeededProject, { formVersion }: ReferenceIds): Row[] {
  if (project.callId === null || stateRow(project.state).stage !== "application") return [];
  const { title, countryCode } = project;
  return [
    {
      id: rowId(13, project.n),
      ...guard(project),
      version: 1,
      formVersionId: formVersion,
      content: completeProposal({ title, countryCode }),
      contentHash: "0".repeat(64),
      savedById: project.unit.fillerId,
      savedByName: "填报人",
      savedAt: project.createdAt,
      submittedAt: project.state === "draft" ? null : project.createdAt,
    },
  ];
}

/** One that is done, and one that is open where somebody holds the papers. */
function duties(project: SeededProject): Row[] {
  const { turn, end } = stateRow(project.state);
  const rows = [duty(project, "formal_review", "bureau_officer", 0)];
  const role = turn[0];
  if (end !== "final" && role && !withoutDuty.has(project.state)) {
    rows.push(duty(project, project.state, role, 1));
  }
  return rows;
}

function duty(project: SeededProject, state: string, role: string, at: number): Row {
  const open = at === 1;
  const since = open ? project.updatedAt : project.createdAt;
  return {
    id: rowId(14, project.n * 2 + at),
    ...guard(project),
    kind: `state.${state}`,
    subjectType: "project",
    subjectId: project.id,
    holderRole: role,
    holderUserId: role === "bureau_officer" ? project.officerId : null,
    since,
    dueAt: new Date(since.getTime() + 45 * day),
    returned: open && state === "returned",
    status: open ? "open" : "done",
    doneAt: open ? null : new Date(since.getTime() + 5 * day),
    doneById: open ? null : project.officerId,
  };
}

const technology = (project: SeededProject, { ledgerTemplate }: ReferenceIds): Row => ({
  id: rowId(15, project.n),
  ...guard(project),
  name: "聚焦超声换能器",
  position: 1,
  weight: 1,
  main: true,
  trlScaleId: "qd13",
  trlStart: 5,
  trlNow: 6,
  pointsTotal: 20,
  templateId: ledgerTemplate,
});

const ledgerLinks = (project: SeededProject): Row[] =>
  links.map((link, at) => ({
    id: rowId(16, project.n * 4 + at),
    ...guard(project),
    technologyId: rowId(15, project.n),
    link,
    position: at + 1,
    plannedTo: dateOf(project.createdAt, 180 * (at + 1)),
    status: "open",
  }));

const milestones = (project: SeededProject): Row[] =>
  times(2).map((at) => ({
    id: rowId(17, project.n * 2 + at),
    ...guard(project),
    name: ["样机完成", "中试完成"][at],
    plannedOn: dateOf(project.createdAt, 300 * (at + 1)),
  }));

const tranches = (project: SeededProject): Row[] =>
  times(2).map((at) => ({
    id: rowId(18, project.n * 2 + at),
    ...guard(project),
    seq: at + 1,
    condition: ["合同生效", "中期检查通过"][at],
    amount: 300_000,
    plannedOn: dateOf(project.createdAt, 30 + at * 365),
    contractVersion: 1,
  }));

const payments = (project: SeededProject): Row[] => [
  {
    id: rowId(19, project.n),
    ...guard(project),
    trancheId: rowId(18, project.n * 2),
    purpose: "grant",
    amount: 300_000,
    originalAmount: 300_000,
    issuedAt: project.createdAt,
    issuedById: project.officerId,
  },
];

const report = (project: SeededProject, { reportForm }: ReferenceIds): Row => ({
  id: rowId(20, project.n),
  ...guard(project),
  kind: "annual",
  period: project.year,
  formVersionId: reportForm,
  dueAt: new Date(project.createdAt.getTime() + 365 * day),
});

const baseline = (project: SeededProject, { indicatorSet }: ReferenceIds): Row => ({
  id: rowId(21, project.n),
  ...guard(project),
  version: 1,
  cause: "contract",
  indicatorSetId: indicatorSet,
  frozenAt: project.createdAt,
  frozenById: project.officerId,
});

const targets = (project: SeededProject): Row[] =>
  defaultIndicatorSet.indicators.map((row, at) => ({
    id: rowId(22, project.n * 100 + at),
    ...guard(project),
    baselineId: rowId(21, project.n),
    indicatorCode: row.code,
    position: at + 1,
    level1: row.level1,
    level2: row.level2,
    zh: row.zh,
    en: row.en,
    kind: row.kind,
    unit: row.unit,
    direction: row.kind === "at_most" ? "lower" : "higher",
    value: row.defaultTarget ?? "300",
    weight: row.weight,
    dimensions: [...row.dimensions],
  }));
