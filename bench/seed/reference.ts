import type pg from "pg";
import { insertRows, rowId } from "./rows";

/** What projects name: versioned reference rows, and calls. */
export interface ReferenceIds {
  formVersion: string;
  reportForm: string;
  indicatorSet: string;
  evaluationRule: string;
  ledgerTemplate: string;
  pastCalls: readonly string[];
  openCalls: readonly string[];
}

/** Projects of one district that wait in one open call. */
export const waitingPerCall = 100;
const day = 86_400_000;

/** Looks up the reference rows and inserts the calls: two a year, and the open ones. */
export async function insertReference(
  client: pg.Client,
  createdById: string,
  waiting: number,
  district: string,
  now: Date,
): Promise<ReferenceIds> {
  const only = async (sql: string): Promise<string> => {
    const { rows } = await client.query<{ id: string }>(sql);
    const found = rows[0]?.id;
    if (!found) throw new Error(`no reference row: ${sql}`);
    return found;
  };
  const formVersion = await only(
    "select id from form_version where code <> 'annual_report' order by version desc limit 1",
  );
  const indicatorSet = await only("select id from indicator_set order by version desc limit 1");
  const evaluationRule = await only("select id from evaluation_rule order by version desc limit 1");
  const scoreSheetId = await only("select id from score_sheet order by version desc limit 1");
  const open = Math.max(1, Math.ceil(waiting / waitingPerCall));
  const pastCalls = Array.from({ length: 24 }, (_, n) => rowId(7, n));
  const openCalls = Array.from({ length: open }, (_, n) => rowId(7, 100 + n));
  const call = (id: string, code: string, closesAt: Date) => ({
    id,
    code,
    title: `国际科技合作项目${code}`,
    year: closesAt.getUTCFullYear(),
    status: "published",
    opensAt: new Date(closesAt.getTime() - 60 * day),
    closesAt,
    districtClosesAt: new Date(closesAt.getTime() + 7 * day),
    budget: 20_000_000,
    formVersionId: formVersion,
    scoreSheetId,
    indicatorSetId: indicatorSet,
    evaluationRuleId: evaluationRule,
    createdById,
    createdAt: new Date(closesAt.getTime() - 70 * day),
    publishedAt: new Date(closesAt.getTime() - 60 * day),
  });
  await insertRows(client, "call", [
    ...pastCalls.map((id, n) =>
      call(id, `BENCH-P${n}`, new Date(now.getTime() - (n + 1) * 180 * day)),
    ),
    ...openCalls.map((id, n) => call(id, `BENCH-O${n}`, new Date(now.getTime() + 30 * day))),
  ]);
  await insertRows(
    client,
    "call_quota",
    openCalls.map((callId) => ({ callId, districtId: district, quota: 1_000 })),
  );
  return {
    formVersion,
    reportForm: await only("select id from form_version where code = 'annual_report' limit 1"),
    indicatorSet,
    evaluationRule,
    ledgerTemplate: await only("select id from ledger_template where mode = 'M1' limit 1"),
    pastCalls,
    openCalls,
  };
}
