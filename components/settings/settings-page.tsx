import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { RefusedPage } from "@/components/ui/system-states";
import { type Actor, holds } from "@/lib/access/actor";

interface SettingsPageProps {
  actor: Actor;
  title: string;
  what?: ReactNode;
  /** A form's page leads back to the settings. */
  back?: string;
  children: ReactNode;
}

/** A page of the settings: only for those who may change them. */
export async function SettingsPage({ actor, title, what, back, children }: SettingsPageProps) {
  const t = await getTranslations("overview");
  return (
    <AppShell actor={actor}>
      {holds(actor, "sysadmin") ? (
        <Page
          title={title}
          what={what}
          crumbs={back ? [{ href: back, label: t("settings.title") }] : undefined}
        >
          {children}
        </Page>
      ) : (
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      )}
    </AppShell>
  );
}
