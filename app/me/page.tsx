import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Facts, Section } from "@/components/ui/content";
import { Notice } from "@/components/ui/states";
import { ownPlaces } from "@/lib/accounts/queries";
import { changePasswordInput } from "@/lib/accounts/schema";
import { requireActor } from "@/lib/accounts/session";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.me"))("title") };
}

/** One's own account: the roles that one holds, and the password. */
export default async function MePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const [t, roles, places] = await Promise.all([
    getTranslations("accounts.me"),
    getTranslations("roles"),
    query(actor, (tx) => ownPlaces(tx, actor)),
  ]);
  const done = (await searchParams).done === "1";
  return (
    <AppShell actor={actor}>
      <Page title={t("title")} what={actor.name}>
        <Section title={t("roles")}>
          <Facts
            items={places.map(({ role, unit, district }) => ({
              label: roles(role),
              value: unit ?? district ?? t("citywide"),
              wide: true,
            }))}
          />
        </Section>
        <Section title={t("password")} bare>
          {done ? (
            <div role="status">
              <Notice title={t("changed")}>{t("changedText")}</Notice>
            </div>
          ) : null}
          <CommandForm
            command="accounts.change-password"
            schema={changePasswordInput}
            ns="accounts.commands.change-password"
            next="/me?done=1"
          />
        </Section>
      </Page>
    </AppShell>
  );
}
