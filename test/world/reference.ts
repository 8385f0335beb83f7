import { defaultLedgerTemplates } from "@/lib/absorption/default-templates";
import { defaultIndicatorSet } from "@/lib/evaluation/scoring/default-indicator-set";
import { defaultRule } from "@/lib/evaluation/scoring/rule";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { districts, fixedId, personId, personNames, personSpec, units } from "./people";

/** Rows that calls, reports and evaluations name. */
export const reference = {
  formVersion: fixedId(3, 1),
  reportForm: fixedId(3, 2),
  scoreSheet: fixedId(3, 3),
  indicatorSet: fixedId(3, 4),
  evaluationRule: fixedId(3, 5),
  ledgerTemplate: fixedId(3, 6),
  call: fixedId(4, 1),
  partner: fixedId(5, 1),
} as const;

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Districts, units with their history, and every account with its role. */
export async function insertPeople(prisma: PrismaClient, now: Date): Promise<void> {
  await prisma.district.createMany({
    data: Object.values(districts).map((row, sort) => ({
      ...row,
      validFrom: day("2015-05-01"),
      sort,
    })),
    skipDuplicates: true,
  });
  const unitRows = Object.values(units).map(({ district, ...unit }) => ({
    ...unit,
    type: "private",
    districtId: districts[district].id,
    administrativeDistrictId: district === "direct" ? "320402" : districts[district].id,
    managingUnitId: districts[district].id,
    status: "confirmed",
    contactName: "联系人",
    registeredAt: now,
  }));
  await prisma.unit.createMany({ data: unitRows });
  await prisma.unitDistrict.createMany({
    data: unitRows.map((unit, n) => ({
      id: fixedId(6, n + 1),
      unitId: unit.id,
      districtId: unit.districtId,
      administrativeDistrictId: unit.administrativeDistrictId,
      managingUnitId: unit.managingUnitId,
      validFrom: day("2015-05-01"),
    })),
  });
  await insertAccounts(prisma, now);
}

async function insertAccounts(prisma: PrismaClient, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000);
  await prisma.userAccount.createMany({
    data: personNames.map((username) => ({
      id: personId(username),
      username,
      name: personSpec(username).name,
      createdAt: before,
    })),
  });
  await prisma.membership.createMany({
    data: personNames.flatMap((username, n) => {
      const { roles, unit, district } = personSpec(username);
      return roles.map((role, at) => ({
        id: fixedId(7, n * 10 + at + 1),
        userId: personId(username),
        role,
        unitId: unit ? units[unit].id : null,
        districtId: district ? districts[district].id : null,
        validFrom: before,
      }));
    }),
  });
  await prisma.expert.createMany({
    data: personNames
      .filter((username) => username.startsWith("expert"))
      .map((username, n) => ({
        userId: personId(username),
        employer: `外地研究机构${n + 1}`,
        title: "教授",
        specialties: ["new_medicine"],
        finance: username === "expert6",
      })),
  });
}

/** Form, score sheet, indicator set, rule, ledger template, a partner, and one open call. */
export async function insertReference(prisma: PrismaClient, now: Date): Promise<void> {
  const publishedAt = new Date(now.getTime() - 86_400_000);
  const title = { zh: "测试", en: "Test" };
  await prisma.formVersion.createMany({
    data: [
      { id: reference.formVersion, code: "proposal", version: 1 },
      { id: reference.reportForm, code: "annual_report", version: 1 },
    ].map((row) => ({ ...row, title, definition: {}, publishedAt })),
  });
  await prisma.scoreSheet.create({
    data: {
      id: reference.scoreSheet,
      code: "test-sheet",
      version: 1,
      title,
      criteria: [
        { code: "innovation", zh: "创新性", en: "Innovation", weight: 30 },
        { code: "necessity", zh: "合作必要性", en: "Need for the cooperation", weight: 30 },
        { code: "feasibility", zh: "可行性", en: "Feasibility", weight: 40 },
      ],
      publishedAt,
    },
    select: { id: true },
  });
  await insertIndicators(prisma, publishedAt);
  await prisma.ledgerTemplate.createMany({
    data: Object.entries(defaultLedgerTemplates).map(([mode, definition], at) => ({
      id: mode === "M1" ? reference.ledgerTemplate : fixedId(9, at + 1),
      mode,
      version: 1,
      definition: JSON.parse(JSON.stringify(definition)),
      publishedAt,
    })),
  });
  await prisma.partner.create({
    data: {
      id: reference.partner,
      name: "以色列聚焦超声公司",
      nameEn: "Focused Ultrasound Ltd.",
      countryCode: "IL",
      type: "enterprise",
      createdAt: publishedAt,
    },
    select: { id: true },
  });
  await insertCall(prisma, publishedAt);
}

async function insertIndicators(prisma: PrismaClient, publishedAt: Date): Promise<void> {
  await prisma.indicatorSet.create({
    data: {
      id: reference.indicatorSet,
      code: "test-indicators",
      version: 1,
      title: defaultIndicatorSet.title,
      publishedAt,
    },
    select: { id: true },
  });
  await prisma.indicator.createMany({
    data: defaultIndicatorSet.indicators.map((row, at) => ({
      id: fixedId(8, at + 1),
      indicatorSetId: reference.indicatorSet,
      position: at + 1,
      code: row.code,
      level1: row.level1,
      level2: row.level2,
      zh: row.zh,
      en: row.en,
      kind: row.kind,
      unit: row.unit,
      direction: directionOf(row.kind),
      weight: row.weight,
      defaultTarget: row.defaultTarget,
      dimensions: [...row.dimensions],
    })),
  });
  await prisma.evaluationRule.create({
    data: {
      id: reference.evaluationRule,
      code: "test-rule",
      version: 1,
      definition: JSON.parse(JSON.stringify(defaultRule)),
      validFrom: publishedAt,
    },
    select: { id: true },
  });
}

export function directionOf(kind: string): string {
  if (kind === "at_most") return "lower";
  return kind === "at_least" ? "higher" : "equal";
}

async function insertCall(prisma: PrismaClient, publishedAt: Date): Promise<void> {
  await prisma.call.create({
    data: {
      id: reference.call,
      code: "CALL-2026-01",
      title: "2026年度国际科技合作项目",
      titleEn: "International S&T cooperation projects 2026",
      year: 2026,
      status: "published",
      opensAt: new Date("2026-01-05T01:00:00Z"),
      closesAt: new Date("2026-03-31T09:00:00Z"),
      districtClosesAt: new Date("2026-04-07T09:00:00Z"),
      budget: "20000000",
      maxPerUnit: 10,
      formVersionId: reference.formVersion,
      scoreSheetId: reference.scoreSheet,
      indicatorSetId: reference.indicatorSet,
      evaluationRuleId: reference.evaluationRule,
      createdById: personId("officer"),
      createdAt: publishedAt,
      publishedAt,
      quotas: { create: [{ districtId: districts.wujin.id, quota: 20 }] },
    },
    select: { id: true },
  });
}
