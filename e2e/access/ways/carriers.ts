import { newId } from "@/lib/kernel/ids";
import type { World } from "@/test/world";
import type { OfficeWay } from "./offices";

let made = 0;

async function carrier(world: World): Promise<string> {
  made += 1;
  const id = newId();
  await world.owner.carrier.create({
    data: { id, kind: "transfer_body", name: `常州国际技术转移中心${made}` },
    select: { id: true },
  });
  return id;
}

/** A contribution that an officer recorded. */
async function contribution(world: World) {
  const id = newId();
  await world.owner.carrierContribution.create({
    data: {
      id,
      carrierId: await carrier(world),
      kind: "technology_transferred",
      year: 2026,
      title: "激光焊接工艺包转让",
      amount: "3000000",
      recordedById: world.id("officer"),
      recordedAt: world.now(),
    },
    select: { id: true },
  });
  return { contributionId: id, version: 1 };
}

/** An evaluation with a reason for each line, filled in by an officer. */
async function evaluation(world: World) {
  const set = await world.owner.indicatorSet.findFirstOrThrow({
    where: { purpose: "carrier" },
    select: { id: true, indicators: { select: { code: true } } },
  });
  const id = newId();
  await world.owner.carrierEvaluation.create({
    data: {
      id,
      carrierId: await carrier(world),
      year: 2026,
      indicatorSetId: set.id,
      evaluationRuleId: world.reference.evaluationRule,
      lines: set.indicators.map(({ code }) => ({
        code,
        reason: "新设机构",
        improvement: "加强对接",
      })),
      madeById: world.id("officer"),
      madeByName: "何科",
      madeAt: world.now(),
    },
    select: { id: true },
  });
  return { evaluationId: id, version: 1 };
}

/** What the commands on intermediaries and platforms are tried on. */
export const carrierWays: Readonly<Record<string, OfficeWay>> = {
  "carriers.register-carrier": async () => {
    made += 1;
    return { kind: "platform", name: `中以创新园${made}`, validFrom: "2024-01-01" };
  },
  "carriers.record-contribution": async (world) => ({
    carrierId: await carrier(world),
    kind: "outcome",
    year: 2026,
    title: "衍生产品上市",
    amount: "5000000",
  }),
  "carriers.confirm-contribution": (world) => contribution(world),
  "carriers.remove-contribution": async (world) => ({
    ...(await contribution(world)),
    reason: "重复登记",
  }),
  "carriers.save-evaluation": async (world) => ({
    carrierId: await carrier(world),
    evaluationVersion: 0,
    year: 2026,
    lines: [],
    opinion: "起步良好",
  }),
  "carriers.confirm-evaluation": (world) => evaluation(world),
};
