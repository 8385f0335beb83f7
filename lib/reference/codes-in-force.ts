import type { Tx } from "@/lib/db/client";
import { type FieldProblems, invalid } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";

/** A code that somebody named, and the field in which it was named. */
export interface NamedCode {
  field: string;
  list: string;
  code: string | null | undefined;
}

/** Refuses codes that their list doesn't hold today (422 on the field). A list without entries binds nobody. */
export async function assertCodes(tx: Tx, at: Date, named: readonly NamedCode[]): Promise<void> {
  const codes = await codesInForce(tx, at, [...new Set(named.map(({ list }) => list))]);
  const problems: FieldProblems = {};
  for (const { field, list, code } of named) {
    const known = codes.get(list);
    if (code && known && !known.has(code)) {
      problems[field] = [{ code: "code_not_valid", params: { value: code } }];
    }
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

/** The codes of these lists that are valid on the day of an instant, Asia/Shanghai; lists without entries are left out. */
export async function codesInForce(
  tx: Tx,
  at: Date,
  lists: readonly string[],
): Promise<Map<string, Set<string>>> {
  const day = new Date(shanghaiDate(at));
  const rows = await tx.codeEntry.findMany({
    where: { list: { in: [...lists] } },
    select: { list: true, code: true, validFrom: true, validTo: true },
  });
  const codes = new Map<string, Set<string>>();
  for (const { list, code, validFrom, validTo } of rows) {
    const valid = codes.get(list) ?? new Set();
    if (validFrom <= day && (validTo === null || validTo >= day)) valid.add(code);
    codes.set(list, valid);
  }
  return codes;
}
