import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DoneNotice } from "@/components/project/done-notice";
import { ProjectHeader } from "@/components/project/project-header";
import { projectTabs, readTab, tabViews } from "@/components/project/project-tabs";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Tabs } from "@/components/ui/list-tools";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";
import { projectDetail } from "@/lib/project/detail";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The project as head and body of one page show it: read once a request. */
const readPage = cache(async (id: string) => {
  const actor = await requireActor();
  const now = clockNow();
  return { actor, now, project: await query(actor, (tx) => projectDetail(tx, actor, id, now)) };
});

/** The project's own title, so that its tab is found among others. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations("projects");
  const { project } = await readPage((await params).id);
  return { title: project?.title || t("title") };
}

export default async function ProjectPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { actor, now, project } = await readPage(id);
  if (project === null) {
    await refuseRead(actor, "project.read", id);
    notFound();
  }
  const [t, words] = await Promise.all([getTranslations("projects"), loadWords(actor)]);
  const search = await searchParams;
  const tab = readTab(search.tab, project.state);
  const View = tabViews[tab];
  return (
    <AppShell actor={actor}>
      <ProjectHeader project={project} words={words} now={now}>
        <DoneNotice command={search.done} project={project} words={words} />
        <Tabs
          label={t("tabs")}
          items={projectTabs(actor).map((key) => ({
            href: `/projects/${id}?tab=${key}`,
            label: t(`tab.${key}`),
            current: key === tab,
          }))}
        />
        <View actor={actor} project={project} words={words} now={now} />
      </ProjectHeader>
    </AppShell>
  );
}
