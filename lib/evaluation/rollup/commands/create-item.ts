import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { createItemInput } from "../schema";

/** Opens a budget item (财政口径的项目), to which calls and projects are then counted. */
export const createItem = defineCommand({
  name: "rollup.create-item",
  input: createItemInput,
  roles: bureauRoles,
  load: async () => ({}),
  allow: (actor) => mayHold(actor, bureauRoles),
  run: async ({ tx }, _record, { validFrom, ...columns }) => {
    const { id } = await tx.budgetItem.create({
      data: { id: newId(), ...columns, validFrom: new Date(`${validFrom}T00:00:00Z`) },
      select: { id: true },
    });
    return {
      data: { budgetItemId: id, version: 1 },
      event: {
        audience: "officials",
        subject: { type: "budget_item", id },
        params: { code: columns.code, name: columns.zh },
      },
    };
  },
});
