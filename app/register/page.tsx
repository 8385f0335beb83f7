import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { Header } from "@/components/shell/header";
import { Page } from "@/components/shell/page";
import { publicActor } from "@/lib/access/actor";
import { districtsToday } from "@/lib/accounts/queries";
import { registerUnitInput } from "@/lib/accounts/schema";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { loadNames } from "@/lib/reference/names";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.register"))("title") };
}

/** A unit registers itself and goes straight on to set its administrator's password. */
export default async function RegisterPage() {
  const [t, locale] = await Promise.all([getTranslations("accounts.register"), getLocale()]);
  const names = await loadNames(locale === "en" ? "en" : "zh-CN");
  const districts = await query(publicActor, (tx) => districtsToday(tx, clockNow()));
  return (
    <>
      <Header nav={[]} path="/register" />
      <Page title={t("title")} what={t("intro")}>
        <CommandForm
          command="accounts.register-unit"
          schema={registerUnitInput}
          ns="accounts.commands.register-unit"
          lists={{
            districts: districts.map(({ id }) => ({ value: id, label: names("district", id) })),
          }}
          next="/access/{accessToken}"
          cancelHref="/sign-in"
        />
      </Page>
    </>
  );
}
