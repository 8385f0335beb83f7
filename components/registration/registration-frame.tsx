import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Notice } from "@/components/ui/states";
import { type Actor, holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";

interface RegistrationFrameProps {
  actor: Actor;
  title: string;
  what?: ReactNode;
  actions?: ReactNode;
  /** The list itself has no way back. */
  top?: boolean;
  /** Who only reads may see it too. */
  readers?: boolean;
  children: ReactNode;
}

/** The frame of the registration pages: for the responsible division, and for those who read along. */
export async function RegistrationFrame(props: RegistrationFrameProps) {
  const { actor, title, what, actions, top = false, readers = false, children } = props;
  const t = await getTranslations("screens-application.registrations");
  const readingRoles = readers ? (["manager", "auditor"] as const) : [];
  const allowed = holds(actor, ...bureauRoles, ...readingRoles);
  return (
    <AppShell actor={actor}>
      <Page
        title={title}
        crumbs={top ? [] : [{ href: "/registrations", label: t("title") }]}
        what={what}
        actions={allowed ? actions : null}
      >
        {allowed ? children : <Notice tone="refused">{t("refused")}</Notice>}
      </Page>
    </AppShell>
  );
}
