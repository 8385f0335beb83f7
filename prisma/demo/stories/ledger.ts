import { defaultLedgerTemplates } from "@/lib/absorption/default-templates";
import type { FigureDefinition, LinkTemplate } from "@/lib/absorption/template";
import { upload } from "../files";
import type { Life } from "../life";
import { yuan } from "../spec";

const linkNames = ["import", "digest", "absorb", "reinnovate"] as const;
export type LinkName = (typeof linkNames)[number];

const masteryAfter: Readonly<Record<LinkName, number>> = {
  import: 1,
  digest: 2,
  absorb: 3,
  reinnovate: 4,
};
const readinessAfter: Readonly<Record<LinkName, number>> = {
  import: 5,
  digest: 6,
  absorb: 8,
  reinnovate: 9,
};

const ratios: Readonly<Record<string, readonly [numerator: string, denominator: string]>> = {
  items_received: ["48", "50"],
  points_mastered: ["18", "20"],
  localisation: ["18500", "50000"],
  yield: ["962", "1000"],
  local_purchase: ["310", "1000"],
  own_design_sales: ["420", "1200"],
};

function technology(life: Life, position: number) {
  return life.demo.read((tx) =>
    tx.technology.findFirstOrThrow({
      where: { projectId: life.projectId, position },
      select: {
        id: true,
        version: true,
        ledgerLinks: { select: { id: true, link: true, version: true, status: true } },
      },
    }),
  );
}

export async function linkOf(life: Life, position: number, name: LinkName) {
  const { ledgerLinks } = await technology(life, position);
  const found = ledgerLinks.find(({ link }) => link === name);
  if (found === undefined) throw new Error(`no link ${name}`);
  return { linkId: found.id, version: found.version };
}

function templateOf(life: Life, name: LinkName): LinkTemplate {
  const found = defaultLedgerTemplates[life.spec.mode]?.links.find(({ link }) => link === name);
  if (found === undefined) throw new Error(`${life.spec.mode} has no ledger`);
  return found;
}

/** What a story tells otherwise than the others: the cost in 万元, and how far the technology is. */
export interface Told {
  cost?: number;
  mastery?: number;
  trlNow?: number;
}

/** Figures, evidence and mastery of one link, then it goes to the district. */
export async function prove(
  life: Life,
  position: number,
  name: LinkName,
  told: Told = {},
): Promise<void> {
  const { criteria, figures } = templateOf(life, name);
  const asOf = life.demo.clock.day;
  await life.run(life.filler, "absorption.record-link-figures", {
    ...(await linkOf(life, position, name)),
    cost: told.cost === undefined ? costOf(life, name) : yuan(told.cost),
    figures: figures.map((figure) => figureOf(life, figure, asOf)),
  });
  const fileId = await upload(
    life.demo,
    life.filler,
    `台账佐证-${life.spec.key}-${position}-${name}`,
    `evidence ${life.spec.key} ${position} ${name}`,
  );
  await master(life, position, {
    mastery: told.mastery ?? masteryAfter[name],
    trlNow: told.trlNow ?? readinessAfter[name],
    fileId,
  });
  for (const { code, zh } of criteria) {
    await life.run(life.filler, "absorption.add-evidence", {
      ...(await linkOf(life, position, name)),
      criterionCode: code,
      description: `${zh}：佐证材料（演示）`,
      datedOn: asOf,
      fileId,
    });
  }
  const link = await linkOf(life, position, name);
  await life.run(life.filler, "absorption.submit-link", link);
}

function figureOf(life: Life, { code, formula }: FigureDefinition, asOf: string) {
  const basis = "台账与财务凭证";
  if (formula === "value") return { code, value: statedValue(life, code), basis, asOf };
  const [numerator, denominator] = ratios[code] ?? ["1", "2"];
  return { code, numerator, denominator, basis, asOf };
}

function statedValue(life: Life, code: string): string {
  const wan = life.spec.own * 0.4;
  if (code === "contract_value") return (wan * 10_000).toFixed(0);
  if (code === "paid") return (wan * 9_000).toFixed(0);
  return code === "people_certified" ? "6" : "1";
}

/** Import is two fifths of own funds; digestion and absorption a third of it each. */
function costOf(life: Life, name: LinkName): string {
  const share = name === "import" ? 0.4 : 0.14;
  return (life.spec.own * share * 10_000).toFixed(0);
}

interface Reading {
  mastery: number;
  trlNow: number;
  fileId: string;
}

async function master(life: Life, position: number, reading: Reading) {
  const { id, version } = await technology(life, position);
  await life.run(life.filler, "absorption.set-mastery", {
    technologyId: id,
    version,
    ...reading,
    note: "依据工艺文件和复现试验自评。",
  });
}

export async function confirm(life: Life, position: number, name: LinkName): Promise<void> {
  await life.run(life.district, "absorption.confirm-link", {
    ...(await linkOf(life, position, name)),
    closedOn: life.demo.clock.day,
  });
}

export async function returnLink(life: Life, position: number, name: LinkName): Promise<void> {
  await life.run(life.district, "absorption.return-link", {
    ...(await linkOf(life, position, name)),
    reason: "试验报告缺第三方盖章页，请补充。",
  });
}

/** The links of a ledger in their order. */
export const linksInOrder: readonly LinkName[] = linkNames;
