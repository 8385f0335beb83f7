import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { projectFilters } from "@/components/project/project-filters";
import { ProjectTable } from "@/components/project/project-table";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { FilterBar, Pager } from "@/components/ui/list-tools";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { exportAddress, listAddress, projectFilter } from "@/lib/project/filter";
import { listProjects } from "@/lib/project/list";
import { warningMarks } from "@/lib/warnings/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("title") };
}

export default async function ProjectsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const filter = projectFilter.parse(await searchParams);
  const now = clockNow();
  const [t, words] = await Promise.all([getTranslations("projects"), loadWords(actor)]);
  const { page, marks } = await query(actor, async (tx) => {
    const page = await listProjects(tx, actor, filter, now);
    const marks = seesOnlyAsExpert(actor)
      ? undefined
      : await warningMarks(
          tx,
          page.rows.map(({ id }) => id),
        );
    return { page, marks };
  });
  const at = (change: Parameters<typeof listAddress>[1]) => listAddress(filter, change);
  return (
    <AppShell actor={actor}>
      <Page
        title={t("title")}
        actions={
          <LinkButton variant="quiet" href={exportAddress(filter)}>
            {t("list.export")}
          </LinkButton>
        }
      >
        <FilterBar
          action="/projects"
          filters={projectFilters(filter, t, words, now)}
          hidden={filter.sort === "updated" ? {} : { sort: filter.sort }}
          clearHref="/projects"
        />
        <ProjectTable
          page={page}
          marks={marks}
          filter={filter}
          actor={actor}
          words={words}
          now={now}
        />
        <Pager
          first={page.before ? at({}) : undefined}
          previous={page.before ? at({ before: page.before }) : undefined}
          next={page.after ? at({ after: page.after }) : undefined}
          last={page.after ? at({ last: "1" }) : undefined}
          summary={t("list.summary", { total: page.total })}
        />
      </Page>
    </AppShell>
  );
}
