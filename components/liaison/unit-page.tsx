import type { ComponentProps } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { RefusedPage } from "@/components/ui/system-states";
import { type Actor, holds } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";

/** A page for a unit's own people. */
export function UnitPage({ actor, ...page }: ComponentProps<typeof Page> & { actor: Actor }) {
  return (
    <AppShell actor={actor}>
      {holds(actor, ...applicantRoles) ? (
        <Page {...page} />
      ) : (
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      )}
    </AppShell>
  );
}
