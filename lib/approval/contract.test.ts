import { beforeAll, describe, expect, it } from "vitest";
import type { Command } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { type InsertedProject, type PersonName, useWorld } from "@/test/world";
import { bringContractIntoForce } from "./commands/bring-contract-into-force";
import { closeUnsigned } from "./commands/close-unsigned";
import { draftContract } from "./commands/draft-contract";
import { remindSigning } from "./commands/remind-signing";
import { returnContract } from "./commands/return-contract";
import { signContract } from "./commands/sign-contract";
import { contractsOf } from "./contract-queries";

const world = useWorld();

const refused = (status: number, code: string) => expect.objectContaining({ status, code });

const undertaking = {
  technologies: [
    {
      name: "相控阵换能器",
      weight: 1,
      main: true,
      trlScaleId: "qd13",
      trlStart: 4,
      pointsTotal: 20,
      importBy: "2026-09-30",
      digestBy: "2026-12-31",
      absorbBy: "2027-06-30",
      reinnovateBy: "2027-12-31",
    },
  ],
  targets: [],
  milestones: [],
  tranches: [
    { condition: "合同签订", amount: "480000", plannedOn: null },
    { condition: "中期检查通过", amount: "320000", plannedOn: null },
  ],
};

beforeAll(async () => {
  const code = "annual_report";
  await world.owner.formVersion.upsert({
    where: { code_version: { code, version: 1 } },
    create: {
      id: crypto.randomUUID(),
      code,
      version: 1,
      title: {},
      definition: {},
      publishedAt: new Date("2026-01-01"),
    },
    update: {},
    select: { id: true },
  });
});

async function contracting(unit: "first" | "direct" = "first"): Promise<InsertedProject> {
  const project = await world.project({
    state: "contracting",
    unit,
    content: {
      summary: "引进并消化聚焦超声技术",
      background: "国内空白",
      startsOn: "2026-07-01",
      endsOn: "2028-06-30",
      grantRequested: "800000",
      undertaking: {
        ...undertaking,
        targets: [{ indicatorCode: "Q1", value: "12", core: false }],
      },
    },
    set: { subStatus: "with_unit" },
  });
  await world.owner.contract.deleteMany({ where: { projectId: project.id } });
  await world.owner.duty.create({
    data: {
      id: crypto.randomUUID(),
      projectId: project.id,
      unitId: project.unitId,
      districtId: project.districtId,
      kind: "state.contracting",
      subjectType: "project",
      subjectId: project.id,
      holderRole: "unit_admin",
      since: world.now(),
      dueAt: new Date("2026-04-01T15:59:59.999Z"),
    },
    select: { id: true },
  });
  return project;
}

const versionOf = async (project: InsertedProject) =>
  (
    await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { version: true },
    })
  ).version;

async function act(person: PersonName, command: Command, project: InsertedProject, rest = {}) {
  const version = await versionOf(project);
  return world.run(person, command, { projectId: project.id, version, ...rest });
}

async function sign(person: PersonName, project: InsertedProject) {
  const contract = await world.owner.contract.findFirstOrThrow({
    where: { projectId: project.id },
    orderBy: { version: "desc" },
    select: { version: true, contentHash: true },
  });
  return act(person, signContract, project, {
    contractVersion: contract.version,
    contentHash: contract.contentHash,
  });
}

describe("a three-party contract", () => {
  it("is drafted from the proposal, signed in order, returned, signed again and comes into force", async () => {
    const project = await contracting();
    const missing = act("enterprise", signContract, project, {
      contractVersion: 1,
      contentHash: "0".repeat(64),
    });
    await expect(missing).rejects.toEqual(refused(409, "contract_missing"));
    await act("filler", draftContract, project);
    const officer = world.as("officer");
    const read = () => query(officer, (tx) => contractsOf(tx, officer, project.id));
    const [draft] = await read();
    expect(draft).toMatchObject({
      contractVersion: 1,
      missing: ["unit", "district", "bureau"],
      turn: "unit",
    });
    // The proposal's 48 + 32 scaled to the grant of 60.
    expect(draft?.content?.undertaking.tranches.map(({ amount }) => amount)).toEqual([
      "360000.00",
      "240000.00",
    ]);

    await expect(sign("filler", project)).rejects.toEqual(refused(403, "wrong_role"));
    await expect(sign("district", project)).rejects.toEqual(refused(409, "not_your_turn"));
    await expect(sign("officer", project)).rejects.toEqual(refused(409, "not_your_turn"));
    await sign("enterprise", project);
    await expect(act("filler", draftContract, project)).rejects.toEqual(
      refused(409, "contract_under_way"),
    );
    await expect(act("officer", bringContractIntoForce, project)).rejects.toEqual(
      refused(409, "all_parties_signed"),
    );
    await expect(sign("district2", project)).rejects.toEqual(refused(404, "not_found"));
    await act("district", returnContract, project, { reason: "起止时间与申报书不符" });
    expect(await world.owner.signature.count({ where: { projectId: project.id } })).toBe(0);
    const back = await world.owner.duty.findFirstOrThrow({
      where: { projectId: project.id, kind: "state.contracting", status: "open" },
      select: { holderRole: true, returned: true },
    });
    expect(back).toEqual({ holderRole: "unit_admin", returned: true });

    await act("enterprise", draftContract, project, { endsOn: "2028-12-31" });
    await sign("enterprise", project);
    await sign("district", project);
    await sign("officer", project);
    await act("officer", bringContractIntoForce, project);

    const running = await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { state: true, endsOn: true, adjustedBudget: true },
    });
    expect(running.state).toBe("active");
    expect(running.endsOn?.toISOString()).toBe("2028-12-31T00:00:00.000Z");
    expect(running.adjustedBudget.toFixed(0)).toBe("3000000");
    const where = { projectId: project.id };
    expect(await world.owner.baseline.findMany({ where, select: { cause: true } })).toEqual([
      { cause: "contract" },
    ]);
    expect(await world.owner.ledgerLink.count({ where })).toBe(4);
    expect(await world.owner.tranche.count({ where })).toBe(2);
    expect((await read()).map(({ status }) => status)).toEqual(["in_force", "superseded"]);
  });

  it("refuses a signature under another text, payments that miss the grant, and experts as readers", async () => {
    const project = await contracting();
    await act("filler", draftContract, project);
    await expect(
      act("enterprise", signContract, project, {
        contractVersion: 1,
        contentHash: "0".repeat(64),
      }),
    ).rejects.toEqual(refused(409, "contract_changed"));
    await expect(
      act("filler", draftContract, project, {
        undertaking: {
          ...undertaking,
          targets: [{ indicatorCode: "Q1", value: "1", core: false }],
        },
      }),
    ).rejects.toEqual(
      expect.objectContaining({
        details: { fields: { "undertaking.tranches": [{ code: "tranches_not_grant" }] } },
      }),
    );
    await expect(
      act("filler", draftContract, project, {
        undertaking: {
          ...undertaking,
          tranches: [{ condition: "合同签订", amount: "600000", plannedOn: null }],
          targets: [{ indicatorCode: "XX", value: "1", core: false }],
        },
      }),
    ).rejects.toEqual(
      expect.objectContaining({
        details: {
          fields: { "undertaking.targets.0.indicatorCode": [{ code: "indicator_unknown" }] },
        },
      }),
    );
    const expert = world.as("expert1");
    expect(await query(expert, (tx) => contractsOf(tx, expert, project.id))).toEqual([]);
  });
});

it("needs two signatures for a direct unit", async () => {
  const project = await contracting("direct");
  await act("direct", draftContract, project);
  await sign("direct", project);
  await expect(act("head", bringContractIntoForce, project)).rejects.toEqual(
    refused(409, "all_parties_signed"),
  );
  await sign("officer", project);
  await act("officer", bringContractIntoForce, project);
  const parties = await world.owner.signature.findMany({
    where: { projectId: project.id },
    orderBy: { at: "asc" },
    select: { party: true, byRole: true },
  });
  expect(parties.map(({ party }) => party).sort()).toEqual(["bureau", "unit"]);
});

it("closes an unsigned contract only after the limit and two reminders", async () => {
  const project = await contracting();
  await world.owner.project.update({
    where: { id: project.id },
    data: { dueAt: new Date("2026-04-01T15:59:59.999Z") },
    select: { id: true },
  });
  const close = () => act("officer", closeUnsigned, project, { reason: "逾期未签" });
  const remind = () => world.run("officer", remindSigning, { projectId: project.id });
  await expect(close()).rejects.toEqual(refused(409, "signing_limit_passed"));
  await remind();
  await expect(remind()).rejects.toEqual(refused(409, "reminded_today"));
  world.setClock("2026-04-02T02:00:00Z");
  await expect(close()).rejects.toEqual(refused(409, "reminded_twice"));
  await remind();
  await close();
  const row = await world.owner.project.findUniqueOrThrow({
    where: { id: project.id },
    select: { state: true, grantAmount: true },
  });
  expect(row.state).toBe("not_approved");
  expect(row.grantAmount.isZero()).toBe(true);
  world.setClock("2026-03-02T02:00:00Z");
});
