import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { OwnForms } from "@/components/reports/own-forms";
import { Standings } from "@/components/reports/standings";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { RefusedPage } from "@/components/ui/system-states";
import { holds } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { ownForms } from "@/lib/reports/queries";
import { seesStandings } from "@/lib/reports/unreported";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-reports"))("title") };
}

const filterShape = z.object({
  year: z.coerce.number().int().min(2000).max(2200).optional().catch(undefined),
  district: z.string().min(1).max(20).optional().catch(undefined),
});

/** Yearly forms: a unit's own, or who has not reported for those who look after them. */
export default async function YearlyPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const now = clockNow();
  if (seesStandings(actor)) {
    const { year, district } = filterShape.parse(await searchParams);
    const filter = {
      year: year ?? Number(shanghaiDate(now).slice(0, "YYYY".length)),
      ...(district ? { districtId: district } : {}),
    };
    return <Standings actor={actor} filter={filter} now={now} />;
  }
  if (!holds(actor, ...applicantRoles)) {
    return (
      <AppShell actor={actor}>
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      </AppShell>
    );
  }
  const [t, forms] = await Promise.all([
    getTranslations("screens-reports"),
    query(actor, (tx) => ownForms(tx, actor, now)),
  ]);
  return (
    <AppShell actor={actor}>
      <Page title={t("title")}>
        <OwnForms forms={forms} now={now} />
      </Page>
    </AppShell>
  );
}
