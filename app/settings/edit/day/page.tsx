import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { requireActor } from "@/lib/accounts/session";
import { setCalendarDayInput } from "@/lib/reference/schema";

/** Says of one day whether it is worked. */
export default async function DayPage() {
  const actor = await requireActor();
  const t = await getTranslations("reference");
  const list = "/settings?tab=calendar";
  return (
    <SettingsPage
      actor={actor}
      title={t("commands.set-calendar-day.title")}
      what={t("commands.set-calendar-day.intro")}
      back={list}
    >
      <CommandForm
        command="reference.set-calendar-day"
        schema={setCalendarDayInput}
        ns="reference.commands.set-calendar-day"
        values={{ working: false }}
        next={list}
        cancelHref={list}
      />
    </SettingsPage>
  );
}
