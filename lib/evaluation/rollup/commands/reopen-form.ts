import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { Prisma } from "@/lib/generated/prisma/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { lockForm, requireVersion } from "../record";
import { reopenFormInput } from "../schema";

/** Takes a confirmed form back to a draft, with the reason; the log keeps the hash of what stood. */
export const reopenForm = defineCommand({
  name: "rollup.reopen-form",
  input: reopenFormInput,
  roles: bureauRoles,
  load: (tx, { formId }) => lockForm(tx, formId),
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: ({ form }, { version }) => {
    if (form.status !== "final") throw conflict("form_not_confirmed");
    requireVersion(form, version);
  },
  run: async ({ tx }, { form, year }, { reason }) => {
    expectOne(
      await tx.budgetForm.updateMany({
        where: { id: form.id, status: "final", version: form.version },
        data: {
          status: "draft",
          frozen: Prisma.DbNull,
          frozenHash: null,
          finalById: null,
          finalByName: null,
          finalAt: null,
          version: form.version + 1,
        },
      }),
    );
    return {
      data: { budgetItemId: year.budgetItemId, year: year.year, version: form.version + 1 },
      event: {
        audience: "officials",
        subject: { type: "budget_form", id: form.id },
        reason,
        params: {
          code: year.budgetItem.code,
          year: String(year.year),
          kind: form.kind,
          frozenHash: form.frozenHash ?? "",
        },
      },
    };
  },
});
