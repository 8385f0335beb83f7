import type { Tx } from "@/lib/db/client";

/** What the public reads of a proposed approval: nothing else leaves (domain.md §9, security notes). */
export interface NoticeDto {
  id: string;
  number: string;
  title: string;
  unitName: string;
  districtId: string;
  districtZh: string;
  districtEn: string;
  /** Yuan. */
  amount: string;
  startsAt: Date;
  endsAt: Date;
}

const noticeSelect = {
  id: true,
  number: true,
  startsAt: true,
  endsAt: true,
  amount: true,
  project: {
    select: {
      title: true,
      unitName: true,
      district: { select: { id: true, zh: true, en: true } },
    },
  },
} as const;

interface NoticeRow {
  id: string;
  number: string;
  startsAt: Date;
  endsAt: Date;
  amount: { toFixed: (places: number) => string };
  project: {
    title: string;
    unitName: string;
    district: { id: string; zh: string; en: string };
  };
}

const toNotice = ({ project, amount, ...row }: NoticeRow): NoticeDto => ({
  ...row,
  amount: amount.toFixed(2),
  title: project.title,
  unitName: project.unitName,
  districtId: project.district.id,
  districtZh: project.district.zh,
  districtEn: project.district.en,
});

const open = (now: Date) =>
  ({ closedAt: null, endsAt: { gte: now }, project: { state: "publicity" } }) as const;

/** The notices that run now, the latest first. Needs no account. */
export async function noticeList(tx: Tx, now: Date): Promise<NoticeDto[]> {
  const rows = await tx.publicNotice.findMany({
    where: open(now),
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: 500,
    select: noticeSelect,
  });
  return rows.map(toNotice);
}

/** One running notice, or null. Needs no account. */
export async function notice(tx: Tx, id: string, now: Date): Promise<NoticeDto | null> {
  const row = await tx.publicNotice.findFirst({
    where: { AND: [{ id }, open(now)] },
    select: noticeSelect,
  });
  return row && toNotice(row);
}
