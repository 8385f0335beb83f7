import type { ComponentProps } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { RefusedPage } from "@/components/ui/system-states";
import { type Actor, holds } from "@/lib/access/actor";
import { liaisonReaders } from "@/lib/liaison/rules";

type LiaisonPageProps = ComponentProps<typeof Page> & { actor: Actor };

/** A page of the liaison desk: only for district, bureau, manager and auditor. */
export function LiaisonPage({ actor, ...page }: LiaisonPageProps) {
  return (
    <AppShell actor={actor}>
      {holds(actor, ...liaisonReaders) ? (
        <Page {...page} />
      ) : (
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      )}
    </AppShell>
  );
}
