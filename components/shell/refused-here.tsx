import { RefusedPage } from "@/components/ui/system-states";
import type { Actor } from "@/lib/access/actor";
import { AppShell } from "./app-shell";

/** The page of whoever has no part in what stands here, with whom it is for. */
export function RefusedHere({ actor, text }: { actor: Actor; text: string }) {
  return (
    <AppShell actor={actor}>
      <main id="main">
        <RefusedPage kind="forbidden">
          <p>{text}</p>
        </RefusedPage>
      </main>
    </AppShell>
  );
}
