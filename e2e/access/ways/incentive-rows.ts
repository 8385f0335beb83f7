import { newId } from "@/lib/kernel/ids";
import { link, type Row } from "./absorption-rows";
import type { Scene } from "./scene";

const ruleCode = "test_import_subsidy";

/** A rule of the bureau's own for the first link, made once; without a limit, so that no scene uses it up. */
async function ownRule({ world }: Scene): Promise<string> {
  const where = { code_version: { code: ruleCode, version: 1 } };
  const { id } = await world.owner.incentiveRule.upsert({
    where,
    create: {
      id: newId(),
      code: ruleCode,
      version: 1,
      link: "import",
      title: { zh: "引进补助", en: "Import subsidy" },
      administeredBy: "science",
      rate: "0.2",
      cap: "500000",
      basis: "测试规则",
      validFrom: new Date("2023-01-01T00:00:00Z"),
    },
    update: {},
    select: { id: true },
  });
  return id;
}

/** A closed link with its confirmed cost, and a rule that gives something for it. */
export async function closedWithRule(scene: Scene): Promise<{ linkId: string; ruleId: string }> {
  const { linkId } = await link(scene, "closed", true);
  await scene.world.owner.ledgerLink.update({
    where: { id: linkId },
    data: { cost: "400000", confirmedCost: "400000" },
    select: { id: true },
  });
  return { linkId, ruleId: await ownRule(scene) };
}

/** A claim of the unit's administrator in one status; one that is confirmed was so by another officer. */
export async function incentiveClaim(scene: Scene, status: string): Promise<Row> {
  const { world, guard } = scene;
  const { linkId, ruleId } = await closedWithRule(scene);
  const id = newId();
  await world.owner.incentiveClaim.create({
    data: {
      id,
      ...guard,
      ledgerLinkId: linkId,
      incentiveRuleId: ruleId,
      ruleCode,
      baseCost: "400000",
      amount: "80000",
      status,
      claimedById: world.id("enterprise"),
      claimedByName: "周敏",
      claimedAt: world.now(),
      decidedById: status === "confirmed" ? world.id("manager") : null,
    },
    select: { id: true },
  });
  return { id, version: 1 };
}
