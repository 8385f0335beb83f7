import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne, invalidField } from "@/lib/kernel/errors";
import { lockItem, requireVersion } from "../record";
import { setMembersInput } from "../schema";
import { followVariant, unscoredOf } from "../variant";

/** Says which calls, and which projects without a call, count under a budget item: these and no others. */
export const setMembers = defineCommand({
  name: "rollup.set-members",
  input: setMembersInput,
  roles: bureauRoles,
  load: (tx, { budgetItemId }) => lockItem(tx, budgetItemId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: (item, { version }) => requireVersion(item, version),
  run: async ({ tx, now }, item, { callIds, projectIds, version }) => {
    await requireFree(tx, item.id, callIds, projectIds);
    const budgetItemId = item.id;
    const before = await unscoredOf(tx, budgetItemId);
    await tx.call.updateMany({
      where: { budgetItemId, id: { notIn: callIds } },
      data: { budgetItemId: null },
    });
    await tx.call.updateMany({ where: { id: { in: callIds } }, data: { budgetItemId } });
    await tx.project.updateMany({
      where: { budgetItemId, id: { notIn: projectIds } },
      data: { budgetItemId: null },
    });
    await tx.project.updateMany({ where: { id: { in: projectIds } }, data: { budgetItemId } });
    await followVariant(tx, [...before, ...(await unscoredOf(tx, budgetItemId))], now);
    expectOne(
      await tx.budgetItem.updateMany({
        where: { id: item.id, version },
        data: { version: version + 1 },
      }),
    );
    return {
      data: { budgetItemId, version: version + 1 },
      event: {
        audience: "officials",
        subject: { type: "budget_item", id: item.id },
        params: { code: item.code, calls: callIds.length, projects: projectIds.length },
      },
    };
  },
});

/** Money is counted once: nothing may belong to two items (422 on the field). */
async function requireFree(
  tx: Tx,
  budgetItemId: string,
  callIds: readonly string[],
  projectIds: readonly string[],
): Promise<void> {
  const free = { OR: [{ budgetItemId: null }, { budgetItemId }] };
  const calls = await tx.call.count({ where: { id: { in: [...callIds] }, ...free } });
  if (calls !== new Set(callIds).size) throw invalidField("callIds", "not_free_for_item");
  const projects = await tx.project.count({
    where: { id: { in: [...projectIds] }, callId: null, state: { not: "draft" }, ...free },
  });
  if (projects !== new Set(projectIds).size) throw invalidField("projectIds", "not_free_for_item");
}
