import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { valueText } from "@/components/settings/parameter-table";
import { SettingsPage } from "@/components/settings/settings-page";
import { requireActor } from "@/lib/accounts/session";
import { query } from "@/lib/kernel/query";
import { listParameters } from "@/lib/reference/queries";
import { setParameterInput } from "@/lib/reference/schema";

/** A new version of one setting. */
export default async function ParameterPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { key } = await searchParams;
  const [t, common, own, given] = await Promise.all([
    getTranslations("overview"),
    getTranslations("common"),
    getTranslations("reference"),
    getLocale(),
  ]);
  const all = await query(actor, (tx) => listParameters(tx, given === "en" ? "en" : "zh-CN"));
  const parameter = all.find((row) => row.key === key);
  if (!parameter) notFound();
  return (
    <SettingsPage
      actor={actor}
      title={parameter.name}
      back="/settings"
      what={`${own("commands.set-parameter.intro")} ${t("settings.present", { value: valueText(parameter, common, t) })}`}
    >
      <CommandForm
        command="reference.set-parameter"
        schema={setParameterInput}
        ns="reference.commands.set-parameter"
        hidden={{ key: parameter.key, version: parameter.version }}
        values={{ value: typedValue(parameter), basis: parameter.basis }}
        next="/settings"
        cancelHref="/settings"
      />
    </SettingsPage>
  );
}

/** A day of the year is typed with a hyphen. */
const typedValue = ({ value, unit }: { value: string; unit: string | null }): string =>
  unit === "month_day" ? value.padStart(4, "0").replace(/^(..)/, "$1-") : value;
