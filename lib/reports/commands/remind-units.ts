import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate, workingDaysBetween } from "@/lib/kernel/working-days";
import { type FormToChase, formsToChase } from "../chase";
import { formEvent } from "../event";
import { remindUnitsInput } from "../schema";

const chasers: readonly Role[] = ["district_officer", ...bureauRoles];

/**
 * 催办: reminds units of the year's form that they have not handed in, each at most once a day,
 * whoever asks. All or nothing; what stands in the way is named.
 */
export const remindUnits = defineCommand({
  name: "reports.remind-units",
  input: remindUnitsInput,
  roles: chasers,
  load: (tx, input, actor) => formsToChase(tx, actor, input.yearlyFormIds),
  allow: (actor, forms) => {
    const verdicts = forms.map((form) => mayAs(actor, form, chasers));
    return verdicts.find((verdict) => !isAllowed(verdict)) ?? verdicts[0] ?? wrongRole;
  },
  rule: (forms, _input, now) => {
    const done = forms.filter(({ owes, dutyId }) => !owes || dutyId === null);
    if (done.length > 0) throw conflict("nothing_to_remind", { units: namesOf(done) });
    const reminded = forms.filter(({ chasedAt }) => isToday(chasedAt, now));
    if (reminded.length > 0) throw conflict("units_reminded_today", { units: namesOf(reminded) });
  },
  run: async ({ tx, now }, forms) => {
    for (const form of forms) await chase(tx, form, now);
    const [first] = forms;
    if (first === undefined) throw new Error("nobody is reminded");
    const one = forms.length === 1;
    return {
      data: { count: forms.length },
      event: {
        ...formEvent(first, { count: forms.length, units: namesOf(forms) }),
        ...(one ? {} : { unitId: null, audience: "officials" as const }),
      },
    };
  },
});

const wrongRole = { refused: "wrong_role" } as const;

const namesOf = (forms: readonly FormToChase[]): string[] => forms.map(({ unit }) => unit.name);

const isToday = (at: Date | null, now: Date): boolean =>
  at !== null && shanghaiDate(at) === shanghaiDate(now);

/** The key holds even two who ask in the same moment to one reminder a day. */
async function chase(tx: Tx, form: FormToChase, now: Date): Promise<void> {
  if (form.dutyId === null) return;
  await tx.reminder.create({
    data: {
      id: newId(),
      key: `yearly:${form.id}:${shanghaiDate(now)}`,
      dutyId: form.dutyId,
      unitId: form.unitId,
      districtId: form.districtId,
      offsetDays: workingDaysBetween(form.dueAt, now),
      at: now,
    },
    select: { id: true },
  });
  await tx.yearlyForm.updateMany({
    where: { id: form.id },
    data: { chasedCount: { increment: 1 }, chasedAt: now },
  });
}
