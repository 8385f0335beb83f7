import { randomInt } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { shanghaiDate } from "@/lib/kernel/working-days";

/**
 * The next number of an acceptance certificate in this year, such as "YS-2026-0012". Holds a lock
 * until the transaction ends, so that two results at once get two numbers.
 */
export async function nextCertificateNumber(tx: Tx, now: Date): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('acceptance certificate'))`;
  const prefix = `YS-${shanghaiDate(now).slice(0, 4)}-`;
  const last = await tx.acceptance.findFirst({
    where: { certificateNumber: { startsWith: prefix } },
    orderBy: { certificateNumber: "desc" },
    select: { certificateNumber: true },
  });
  const count = Number(last?.certificateNumber?.slice(prefix.length) ?? 0);
  return `${prefix}${String(count + 1).padStart(4, "0")}`;
}

/** Letters and digits that nobody mistakes for one another. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** The code beside a certificate's number: eight random characters, so that numbers can't be tried through. */
export const newCertificateCode = (): string =>
  Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");

const certificateSelect = {
  certificateNumber: true,
  certificateCode: true,
  result: true,
  route: true,
  concludedAt: true,
  project: {
    select: {
      number: true,
      title: true,
      titleEn: true,
      unitName: true,
      districtId: true,
      investigatorName: true,
      startsOn: true,
      endsOn: true,
    },
  },
} as const;

/** What the certificate of a project's acceptance states; null outside the scope or without one. */
export async function certificateOf(tx: Tx, actor: Actor, projectId: string) {
  const row = await tx.acceptance.findFirst({
    where: {
      certificateNumber: { not: null },
      project: { AND: [{ id: projectId }, projectScope(actor)] },
    },
    select: certificateSelect,
  });
  return row && certificateDto(row);
}

/** What anyone may check of a certificate whose number and code he holds; null where they don't agree. */
export async function checkedCertificate(tx: Tx, number: string, code: string) {
  const row = await tx.acceptance.findFirst({
    where: { certificateNumber: number, certificateCode: code.toUpperCase() },
    select: certificateSelect,
  });
  return row && certificateDto(row);
}

interface CertificateRow {
  certificateNumber: string | null;
  certificateCode: string | null;
  result: string | null;
  route: string;
  concludedAt: Date | null;
  project: {
    number: string | null;
    title: string;
    titleEn: string | null;
    unitName: string;
    districtId: string;
    investigatorName: string;
    startsOn: Date | null;
    endsOn: Date | null;
  };
}

const certificateDto = ({ certificateNumber, certificateCode, ...row }: CertificateRow) => ({
  ...row,
  number: certificateNumber ?? "",
  code: certificateCode ?? "",
});

export type Certificate = NonNullable<Awaited<ReturnType<typeof certificateOf>>>;
