import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict, type FieldProblems, invalid, invalidField } from "@/lib/kernel/errors";
import { assertCodes } from "@/lib/reference/codes-in-force";
import { wrongDate } from "./rules";
import type { CallFields } from "./schema";

const recordSelect = {
  id: true,
  code: true,
  status: true,
  version: true,
  opensAt: true,
  closesAt: true,
  districtClosesAt: true,
} as const satisfies Prisma.CallSelect;

export type CallRecord = Prisma.CallGetPayload<{ select: typeof recordSelect }>;

/** Locks and loads a call; null when there is none. */
export async function lockCall(tx: Tx, id: string): Promise<CallRecord | null> {
  await tx.$queryRaw`select id from call where id = ${id}::uuid for update`;
  return tx.call.findUnique({ where: { id }, select: recordSelect });
}

/** Only a draft may be changed: what is published is frozen (409). */
export function requireDraft(call: CallRecord, version: number): void {
  if (call.status !== "draft") throw conflict("call_already_published");
  requireVersion(call, version);
}

export function requireVersion(call: CallRecord, version: number): void {
  if (call.version !== version) throw conflict("version_conflict", { version: call.version });
}

/** Dates in their order; 422 on the date that is wrong. */
export function requireDates(input: CallFields): void {
  const wrong = wrongDate(input);
  if (wrong) throw invalidField(wrong, "date_order");
}

/** The columns of a call after its input; refuses unknown versions and codes on their field (422). */
export async function callColumns(tx: Tx, now: Date, input: CallFields) {
  await assertCodes(tx, now, [
    { field: "programmeLevel", list: "programme_level", code: input.programmeLevel },
  ]);
  await requireVersions(tx, now, input);
  const { midTermGate, ...columns } = input;
  return {
    ...columns,
    parameters: { midTermGate: midTermGate ?? false },
    titleEn: input.titleEn || null,
    opensAt: new Date(input.opensAt),
    closesAt: new Date(input.closesAt),
    districtClosesAt: new Date(input.districtClosesAt),
  };
}

async function requireVersions(tx: Tx, now: Date, input: CallFields): Promise<void> {
  const published = { publishedAt: { lte: now } };
  const found = {
    formVersionId: await tx.formVersion.count({
      where: { id: input.formVersionId, code: "proposal", ...published },
    }),
    scoreSheetId: await tx.scoreSheet.count({ where: { id: input.scoreSheetId, ...published } }),
    indicatorSetId: await tx.indicatorSet.count({
      where: { id: input.indicatorSetId, purpose: "project", ...published },
    }),
    evaluationRuleId: await tx.evaluationRule.count({
      where: { id: input.evaluationRuleId, validFrom: { lte: now } },
    }),
  };
  const problems: FieldProblems = {};
  for (const [name, count] of Object.entries(found)) {
    if (count === 0) problems[name] = [{ code: "version_unknown" }];
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
}
