import { PrismaPg } from "@prisma/adapter-pg";
import { hashPassword } from "@/lib/accounts/passwords";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { newId } from "@/lib/kernel/ids";
import { loadPaper } from "@/lib/library/paper/load";
import { personId } from "@/test/world/people";
import { insertPeople } from "@/test/world/reference";

/** The password of every account of a journey. */
const PASSWORD = "kehe-demo";

/** What a journey starts from: units, accounts with their roles, and one open call under the first versions. */
export async function insertWorld(ownerUrl: string, now: Date): Promise<void> {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: ownerUrl, max: 2 }),
  });
  try {
    await insertPeople(prisma, now);
    await prisma.userAccount.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });
    await prisma.expert.updateMany({ data: { specialties: ["PHARMA"] } });
    await insertCall(prisma, now);
    await prisma.$transaction((tx) => loadPaper(tx), { timeout: 60_000 });
  } finally {
    await prisma.$disconnect();
  }
}

const days = (count: number): number => count * 86_400_000;

async function insertCall(prisma: PrismaClient, now: Date): Promise<void> {
  const first = { where: { version: 1 }, select: { id: true } } as const;
  const [form, sheet, indicators, rule] = await Promise.all([
    prisma.formVersion.findFirstOrThrow({
      where: { code: "proposal", version: 1 },
      select: { id: true },
    }),
    prisma.scoreSheet.findFirstOrThrow(first),
    prisma.indicatorSet.findFirstOrThrow({
      where: { version: 1, purpose: "project" },
      select: { id: true },
    }),
    prisma.evaluationRule.findFirstOrThrow(first),
  ]);
  const opened = new Date(now.getTime() - days(14));
  await prisma.call.create({
    data: {
      id: newId(),
      code: "CALL-2026-01",
      title: "2026年度国际科技合作项目",
      titleEn: "International S&T cooperation projects 2026",
      year: 2026,
      status: "published",
      opensAt: opened,
      closesAt: new Date(now.getTime() + days(30)),
      districtClosesAt: new Date(now.getTime() + days(37)),
      budget: "20000000",
      maxPerUnit: 10,
      formVersionId: form.id,
      scoreSheetId: sheet.id,
      indicatorSetId: indicators.id,
      evaluationRuleId: rule.id,
      createdById: personId("officer"),
      createdAt: opened,
      publishedAt: opened,
      quotas: { create: [{ districtId: "320412", quota: 20 }] },
    },
    select: { id: true },
  });
}
