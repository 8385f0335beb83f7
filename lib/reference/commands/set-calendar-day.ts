import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { setCalendarDayInput } from "../schema";

/** Says of one day whether it is worked, over the State Council's arrangement. */
export const setCalendarDay = defineCommand({
  name: "reference.set-calendar-day",
  input: setCalendarDayInput,
  roles: ["sysadmin"],
  load: async () => ({}),
  allow: (actor) => mayHold(actor, ["sysadmin"]),
  run: async ({ tx, actor, now }, _record, { day: text, working, note }) => {
    if (actor.userId === null) throw new Error("the calendar is changed by a person");
    const day = new Date(text);
    const setting = { working, note, setById: actor.userId, setAt: now };
    await tx.calendarDay.upsert({
      where: { day },
      create: { day, ...setting },
      update: setting,
      select: { day: true },
    });
    return {
      data: { day: text, working },
      event: { params: { day: text, working, note } },
    };
  },
});
