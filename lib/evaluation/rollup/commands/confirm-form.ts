import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { hashOf } from "../../hash";
import { formGaps } from "../completeness";
import { computeForm } from "../compute";
import { contentOf, kindOf, lockForm, requireVersion } from "../record";
import { confirmFormInput } from "../schema";

/** A second person confirms a form: every figure with the projects behind it is frozen with a hash. */
export const confirmForm = defineCommand({
  name: "rollup.confirm-form",
  input: confirmFormInput,
  roles: bureauRoles,
  load: (tx, { formId }) => lockForm(tx, formId),
  allow: (actor, { form }) =>
    form.madeById === actor.userId ? { refused: "four_eyes" } : mayHold(actor, bureauRoles),
  rule: ({ form }, { version }) => {
    if (form.status === "final") throw conflict("form_confirmed");
    requireVersion(form, version);
  },
  run: async ({ tx, actor, now }, { form, year }) => {
    const content = contentOf(form.content);
    const computed = await computeForm(tx, year, kindOf(form.kind), content, now);
    const gaps = formGaps(computed, content, year.objective);
    if (gaps.length > 0) {
      throw conflict("form_incomplete", { count: gaps.length });
    }
    const frozen: object = JSON.parse(
      JSON.stringify({ ...computed, objective: year.objective, content }),
    );
    const frozenHash = hashOf(frozen);
    expectOne(
      await tx.budgetForm.updateMany({
        where: { id: form.id, status: "draft", version: form.version },
        data: {
          status: "final",
          frozen,
          frozenHash,
          finalById: actor.userId,
          finalByName: actor.name,
          finalAt: now,
          version: form.version + 1,
        },
      }),
    );
    return {
      data: { budgetItemId: year.budgetItemId, year: year.year, version: form.version + 1 },
      event: {
        audience: "officials",
        subject: { type: "budget_form", id: form.id },
        params: {
          code: year.budgetItem.code,
          year: String(year.year),
          kind: form.kind,
          total: computed.total ?? "",
          frozenHash,
        },
      },
    };
  },
});
