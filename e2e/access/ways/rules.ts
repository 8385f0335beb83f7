import { defaultRule } from "@/lib/evaluation/scoring/rule";
import { newId } from "@/lib/kernel/ids";
import type { World } from "@/test/world";
import type { OfficeWay } from "./offices";

let made = 0;

/** Long before the world begins: none of these is the newest of its family. */
const since = new Date("2000-01-01T00:00:00Z");
const day = "2030-01-01";

/** A published limit for two years, of a code of its own. */
async function consequence(world: World): Promise<string> {
  made += 1;
  const code = `limit_way_${made}`;
  await world.owner.consequenceRule.create({
    data: {
      id: newId(),
      code,
      version: 1,
      kind: "limit",
      months: 24,
      triggers: ["grade:poor"],
      title: { zh: "限制申报", en: "Limit" },
      basis: { zh: "试行办法", en: "Trial rules" },
      validFrom: since,
    },
    select: { id: true },
  });
  return code;
}

const content = {
  titleZh: "限制申报",
  titleEn: "Limit",
  basis: "常科发〔2026〕1号",
  triggers: ["grade:poor"],
  months: 12,
  validFrom: day,
};

/** A draft of an officer that changes the period, ready in every respect. */
async function draft(world: World, status: string) {
  const code = await consequence(world);
  return keep(world, { family: "consequence", code, content, status });
}

interface Kept {
  family: string;
  code: string;
  content: object;
  status?: string;
}

async function keep(world: World, { family, code, content: typed, status = "draft" }: Kept) {
  const id = newId();
  await world.owner.ruleDraft.create({
    data: {
      id,
      family,
      code,
      baseVersion: 1,
      content: typed,
      status,
      hands: [world.id("officer")],
      draftedById: world.id("officer"),
      draftedByName: "何科",
      draftedAt: world.now(),
    },
    select: { id: true },
  });
  return { draftId: id, version: 1 };
}

const scoring = { levels: {}, grades: [], bands: [], deductions: [] };

async function scoringDraft(world: World) {
  made += 1;
  const code = `scoring-way-${made}`;
  await world.owner.evaluationRule.create({
    data: {
      id: newId(),
      code,
      version: 1,
      definition: JSON.parse(JSON.stringify(defaultRule)),
      validFrom: since,
    },
    select: { id: true },
  });
  return keep(world, { family: "scoring", code, content: scoring });
}

async function setDraft(world: World) {
  made += 1;
  const code = `set-way-${made}`;
  await world.owner.indicatorSet.create({
    data: { id: newId(), code, version: 1, title: { zh: "指标", en: "Set" }, publishedAt: since },
    select: { id: true },
  });
  return keep(world, { family: "indicators", code, content: { levels: {} } });
}

async function incentiveDraft(world: World) {
  made += 1;
  const code = `incentive_way_${made}`;
  await world.owner.incentiveRule.create({
    data: {
      id: newId(),
      code,
      version: 1,
      link: "digest",
      title: { zh: "补助", en: "Subsidy" },
      administeredBy: "science",
      basis: "试行办法",
      validFrom: since,
    },
    select: { id: true },
  });
  return keep(world, { family: "incentive", code, content: {} });
}

/** What the publishing of rules is tried on. */
export const rulesWays: Readonly<Record<string, OfficeWay>> = {
  "rules.begin-draft": async (world) => ({
    family: "consequence",
    code: await consequence(world),
    baseVersion: 1,
  }),
  "rules.save-scoring": async (world) => ({ ...(await scoringDraft(world)), content: scoring }),
  "rules.save-indicators": async (world) => ({
    ...(await setDraft(world)),
    content: { levels: { output: [{ code: "Q1", weight: "6" }] } },
  }),
  "rules.save-consequence": async (world) => ({
    ...(await draft(world, "draft")),
    content: { ...content, months: 18 },
  }),
  "rules.save-incentive": async (world) => ({
    ...(await incentiveDraft(world)),
    content: { ratePercent: "20" },
  }),
  "rules.submit-draft": (world) => draft(world, "draft"),
  "rules.discard-draft": (world) => draft(world, "draft"),
  "rules.return-draft": async (world) => ({
    ...(await draft(world, "submitted")),
    reason: "请补充依据",
  }),
  "rules.publish-draft": (world) => draft(world, "submitted"),
};
