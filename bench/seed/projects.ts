import type pg from "pg";
import { type State, stateRow } from "@/lib/lifecycle/states";
import { searchColumns } from "@/lib/project/search";
import { cooperationModeCodes } from "@/lib/reference/codes/cooperation";
import { countryCodes } from "@/lib/reference/codes/countries";
import { industryChainCodes } from "@/lib/reference/codes/industries";
import { insertChildren } from "./children";
import { type Chain, insertEvents } from "./events";
import { busyDistrict, type People, type Unit } from "./people";
import type { ReferenceIds } from "./reference";
import { insertRows, type Row, randomFrom, rowId, weighted } from "./rows";
import { titleOf } from "./titles";

const chunk = 2_000;
const day = 86_400_000;

/** A city's projects over fifteen years: most have ended, a third are on their way. */
const spread: ReadonlyArray<readonly [State, number]> = [
  ["archived", 30],
  ["not_approved", 12],
  ["active", 18],
  ["tracking", 8],
  ["draft", 4],
  ["district_review", 3],
  ["formal_review", 3],
  ["expert_review", 3],
  ["withdrawn", 3],
  ["returned", 2],
  ["decision", 2],
  ["contracting", 2],
  ["acceptance_filing", 2],
  ["evaluation", 2],
  ["terminated", 1.5],
  ["publicity", 1],
  ["suspended", 1],
  ["acceptance_review", 1],
  ["rectification", 1],
  ["revoked", 0.5],
];

/** A project as its children and events need it. */
export interface SeededProject {
  n: number;
  id: string;
  unit: Unit;
  officerId: string;
  callId: string | null;
  state: State;
  title: string;
  year: number;
  countryCode: string;
  createdAt: Date;
  updatedAt: Date;
}

/** A project that waits in district review for the measured command. */
export type Waiting = Pick<SeededProject, "id" | "callId" | "officerId"> & { unitId: string };

interface Plan {
  count: number;
  /** How many of them wait in one district's review. */
  waiting: number;
  now: Date;
}

/** Inserts the projects with what hangs on them; answers those that wait for the command. */
export async function insertProjects(
  client: pg.Client,
  people: People,
  reference: ReferenceIds,
  { count, waiting, now }: Plan,
  progress: (done: number) => void,
): Promise<Waiting[]> {
  const random = randomFrom(20_261);
  const busy = people.units.filter((unit) => unit.districtId === busyDistrict);
  const waitingRows: Waiting[] = [];
  let chain: Chain | null = null;
  for (let from = 0; from < count; from += chunk) {
    const projects: SeededProject[] = [];
    for (let n = from; n < Math.min(from + chunk, count); n++) {
      const waits = n < waiting;
      projects.push(
        project(n, { random, units: waits ? busy : people.units, people, reference, now, waits }),
      );
    }
    await insertRows(
      client,
      "project",
      projects.map((each) => projectRow(each, reference)),
    );
    await insertChildren(client, projects, reference);
    chain = await insertEvents(client, projects, chain);
    for (const each of projects.filter(({ n }) => n < waiting)) {
      waitingRows.push({
        id: each.id,
        callId: each.callId,
        officerId: each.officerId,
        unitId: each.unit.id,
      });
    }
    progress(Math.min(from + chunk, count));
  }
  return waitingRows;
}

interface Draw {
  random: () => number;
  units: readonly Unit[];
  people: People;
  reference: ReferenceIds;
  now: Date;
  waits: boolean;
}

function project(n: number, draw: Draw): SeededProject {
  const { random, reference, now, waits } = draw;
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new Error("nothing to draw from");
    return found;
  };
  const state = waits ? "district_review" : weighted(spread, random());
  const running = stateRow(state).end !== "final";
  const age = waits ? random() * 20 : running ? random() * 900 : 400 + random() * 4_500;
  const createdAt = new Date(now.getTime() - Math.floor(age * day));
  const quiet = random() * Math.min(age, 60);
  return {
    n,
    id: rowId(5, n),
    unit: pick(draw.units),
    officerId: pick(draw.people.officers),
    callId: waits
      ? (reference.openCalls[n % reference.openCalls.length] ?? null)
      : random() < 0.4
        ? pick(reference.pastCalls)
        : null,
    state,
    title: titleOf(random),
    year: createdAt.getUTCFullYear(),
    countryCode: countryOf(random()),
    createdAt,
    updatedAt: new Date(createdAt.getTime() + Math.floor((age - quiet) * day)),
  };
}

/** The first ten countries take most of it. */
function countryOf(at: number): string {
  const place = at < 0.8 ? (at / 0.8) * 10 : 10 + ((at - 0.8) / 0.2) * 25;
  return countryCodes[Math.floor(place)]?.code ?? "DE";
}

function projectRow(project: SeededProject, reference: ReferenceIds): Row {
  const { n, id, unit, state, title, year, createdAt, updatedAt } = project;
  const number = state === "draft" ? null : `CZ${year}${String(n).padStart(8, "0")}`;
  const { turn, end } = stateRow(state);
  const grant = 200_000 + (n % 40) * 50_000;
  const ended = ["archived", "tracking"].includes(state);
  const starts = createdAt.toISOString().slice(0, 10);
  return {
    id,
    number,
    title,
    origin: project.callId ? "call" : "registered",
    callId: project.callId,
    programmeLevel: ["city", "provincial", "national", "district"][n % 4],
    unitId: unit.id,
    unitName: unit.name,
    districtId: unit.districtId,
    administrativeDistrictId: unit.districtId,
    managingUnitId: unit.districtId,
    state,
    stateSince: updatedAt,
    turnRole: end === "final" ? null : (turn[0] ?? null),
    turnSince: updatedAt,
    dueAt: end === "final" ? null : new Date(updatedAt.getTime() + 45 * day),
    year,
    countryCode: project.countryCode,
    industryCode: industryChainCodes[n % industryChainCodes.length]?.code,
    cooperationMode: cooperationModeCodes[n % 6]?.code,
    summary: `${title}：引进、消化、吸收并再创新，形成自有知识产权和生产能力。`,
    investigatorName: "周明",
    startsOn: starts,
    endsOn: new Date(createdAt.getTime() + 730 * day).toISOString().slice(0, 10),
    grantAmount: grant,
    ownAmount: grant * 3,
    budgetTotal: grant * 4,
    adjustedBudget: grant * 4,
    acceptanceResult: ended ? "passed" : null,
    finalScore: ended ? 60 + (n % 40) : null,
    grade: ended ? (["excellent", "good", "fair"][n % 3] ?? null) : null,
    caseOfficerId: project.officerId,
    indicatorSetId: reference.indicatorSet,
    evaluationRuleId: reference.evaluationRule,
    ...searchColumns([title, number, unit.name]),
    createdById: unit.fillerId,
    createdAt,
    updatedAt,
  };
}
