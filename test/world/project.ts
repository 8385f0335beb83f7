import type { Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { newId } from "@/lib/kernel/ids";
import { type State, stateRow } from "@/lib/lifecycle/states";
import { searchColumns } from "@/lib/project/search";
import { insertChildren } from "./children";
import { districts, personId, type UnitName, units } from "./people";
import { reference } from "./reference";

export interface ProjectOptions {
  state: State;
  unit?: UnitName;
  title?: string;
  /** Registered without a call (T00) instead of applied for. */
  registered?: boolean;
  /** The proposal's content; the rows beside it do not change with it. */
  content?: Prisma.InputJsonValue;
  /** Leave out proposal, panel, contract and so on. */
  bare?: boolean;
  /** Any column of the project row. */
  set?: Prisma.ProjectUncheckedUpdateInput;
}

/** A project row in any state. */
export interface InsertedProject {
  id: string;
  version: number;
  state: State;
  unitId: string;
  districtId: string;
  title: string;
}

/** Inserts a project in a state, with the rows that a real one would have by then. */
export async function insertProject(
  prisma: PrismaClient,
  now: Date,
  options: ProjectOptions,
): Promise<InsertedProject> {
  const unit = units[options.unit ?? "first"];
  const districtId = districts[unit.district].id;
  const id = newId();
  const title = options.title ?? `测试项目${id.slice(-6)}`;
  const numbered = stateRow(options.state).stage !== "application";
  const number = numbered ? `CZ2026${id.slice(-8)}` : null;
  await prisma.project.create({
    data: {
      id,
      number,
      title,
      titleEn: "Test project",
      origin: options.registered ? "registered" : "call",
      callId: options.registered ? null : reference.call,
      programmeLevel: options.registered ? "provincial" : "city",
      unitId: unit.id,
      unitName: unit.name,
      districtId,
      administrativeDistrictId: districtId,
      managingUnitId: districtId,
      state: options.state,
      stateSince: now,
      turnSince: now,
      year: 2026,
      countryCode: "IL",
      industryCode: "new_medicine",
      cooperationMode: "M1",
      summary: "测试摘要",
      investigatorName: "周敏",
      startsOn: new Date("2026-01-01T00:00:00Z"),
      endsOn: new Date("2027-12-31T00:00:00Z"),
      grantAmount: "600000",
      ownAmount: "2400000",
      budgetTotal: "3000000",
      adjustedBudget: "3000000",
      caseOfficerId: numbered ? personId("officer") : null,
      returnedFrom: options.state === "returned" ? "district" : null,
      acceptanceResult: ["evaluation", "tracking", "archived"].includes(options.state)
        ? "passed"
        : null,
      indicatorSetId: reference.indicatorSet,
      evaluationRuleId: reference.evaluationRule,
      ...searchColumns([title, number, unit.name]),
      createdById: personId("filler"),
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  const project = { id, unitId: unit.id, districtId };
  if (!options.bare) await insertChildren(prisma, now, project, options);
  if (options.set) {
    await prisma.project.update({ where: { id }, data: options.set, select: { id: true } });
  }
  const { version } = await prisma.project.findUniqueOrThrow({
    where: { id },
    select: { version: true },
  });
  return { ...project, version, state: options.state, title };
}
