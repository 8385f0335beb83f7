import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lockItem, requireVersion } from "../record";
import { moneyTotal } from "../rules";
import { setYearInput } from "../schema";

/** Records a year's objective and money of a budget item as the finance's books have them. */
export const setYear = defineCommand({
  name: "rollup.set-year",
  input: setYearInput,
  roles: bureauRoles,
  load: async (tx, { budgetItemId, year }) => {
    const item = await lockItem(tx, budgetItemId);
    const row =
      item &&
      (await tx.budgetItemYear.findUnique({
        where: { budgetItemId_year: { budgetItemId, year } },
        select: { id: true, version: true },
      }));
    return item && { item, row };
  },
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: ({ row }, { yearVersion }) => requireVersion(row, yearVersion),
  run: async ({ tx }, { item, row }, { year, objective, initial, adjusted, executed }) => {
    const columns = { objective, initial, adjusted, executed };
    const id = row?.id ?? newId();
    if (row === null) {
      await tx.budgetItemYear.create({
        data: { id, budgetItemId: item.id, year, ...columns },
        select: { id: true },
      });
    } else {
      expectOne(
        await tx.budgetItemYear.updateMany({
          where: { id, version: row.version },
          data: { ...columns, version: row.version + 1 },
        }),
      );
    }
    return {
      data: { budgetItemId: item.id, budgetItemYearId: id, year, version: (row?.version ?? 0) + 1 },
      event: {
        audience: "officials",
        subject: { type: "budget_item", id: item.id },
        params: { code: item.code, year: String(year), adjusted: moneyTotal(adjusted) },
      },
    };
  },
});
