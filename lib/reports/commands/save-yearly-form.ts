import { mayAs } from "@/lib/access/policy";
import { applicantRoles } from "@/lib/access/roles";
import type { Prisma } from "@/lib/generated/prisma/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne, invalidField } from "@/lib/kernel/errors";
import { missingIn } from "../asked";
import { type LoadedForm, lockForm } from "../load";
import { requireBegun } from "../rules";
import { saveYearlyFormInput, type YearlyDraft } from "../schema";

/**
 * Keeps what was typed in a unit's yearly form, for all its projects at once. Each save is a version
 * of the draft, so it leaves no event; one saved meanwhile by a colleague is a 409 that carries it.
 */
export const saveYearlyForm = defineCommand({
  name: "reports.save-yearly-form",
  input: saveYearlyFormInput,
  roles: applicantRoles,
  keepsOwnVersions: true,
  load: (tx, input, actor) => lockForm(tx, actor, input.yearlyFormId),
  allow: (actor, form) => mayAs(actor, form, applicantRoles),
  rule: (form, input, now) => {
    requireBegun(form.year, now);
    if (form.version !== input.version) throw editedByOther(form);
    const known = new Set(form.reports.map(({ id }) => id));
    const unknown = Object.keys(input.content).find((id) => !known.has(id));
    if (unknown !== undefined) throw invalidField(`content.${unknown}`, "not_in_form");
  },
  run: async ({ tx, actor, now }, form, { content }) => {
    expectOne(
      await tx.yearlyForm.updateMany({
        where: { id: form.id, version: form.version },
        data: {
          draft: toJson(content),
          draftedById: actor.userId,
          draftedByName: actor.name,
          draftedAt: now,
          version: form.version + 1,
        },
      }),
    );
    return {
      data: {
        yearlyFormId: form.id,
        version: form.version + 1,
        savedAt: now.toISOString(),
        missing: missingIn(form.reports, content),
      },
      event: null,
    };
  },
});

const toJson = (content: YearlyDraft): Prisma.InputJsonValue => JSON.parse(JSON.stringify(content));

/** The form shows both texts, project by project. */
const editedByOther = (form: LoadedForm) =>
  conflict("yearly_form_version_conflict", {
    version: form.version,
    current: JSON.stringify(form.draft),
    savedBy: form.draftedByName ?? "",
  });
