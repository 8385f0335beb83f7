import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { Track } from "@/components/ui/track";
import type { OfferedAction } from "@/lib/project/actions";
import type { ProjectDetail } from "@/lib/project/detail";
import { toneOf } from "./action-words";
import { trackSegments } from "./track-model";
import { daysUntil, titleOf, turnWords, type Words } from "./words";

interface ProjectHeaderProps {
  project: ProjectDetail;
  words: Words;
  now: Date;
  children: ReactNode;
}

/** A project's head: what it is, its track, and what can be done now. */
export async function ProjectHeader({ project, words, now, children }: ProjectHeaderProps) {
  const t = await getTranslations("projects");
  const place = words.state(project.state);
  const subStatus = project.subStatus ? t(`subStatus.${project.subStatus}`) : null;
  const { turn } = project;
  return (
    <Page
      title={titleOf(project, words)}
      crumbs={[{ href: "/projects", label: t("title") }]}
      what={`${project.number ?? t("unnumbered")} · ${project.unitName} · ${words.names("district", project.districtId)} · ${words.names("country", project.countryCode)}`}
      standing={
        <Track
          segments={trackSegments(project.state, project.origin, {
            stage: (stage) => t(`stage.${stage}`),
            place,
          })}
          place={subStatus ? `${place} · ${subStatus}` : place}
          turn={turn ? turnWords(turn, words) : undefined}
          since={turn?.since}
          until={turn?.until ?? undefined}
          daysLeft={daysUntil(turn?.until ?? null, now)}
        />
      }
      actions={<Actions project={project} words={words} />}
    >
      {children}
    </Page>
  );
}

/** The steps that the server offers; those that something stands against stay on their form's page. */
async function Actions({ project, words }: { project: ProjectDetail; words: Words }) {
  const t = await getTranslations("projects");
  const free = project.actions.filter((action) => action.blockedBy.length === 0);
  const held = project.actions.filter((action) => action.blockedBy.length > 0);
  const likeliest = free.find(({ command, byProxy }) => !byProxy && toneOf(command) === "primary");
  return [...free, ...held].map((action) => (
    <LinkButton
      key={action.transition}
      variant={action === likeliest ? "primary" : "secondary"}
      href={actionHref(project.id, action)}
    >
      {action.byProxy ? t("byProxy", { name: words.label(action.name) }) : words.label(action.name)}
    </LinkButton>
  ));
}

/** Where the form of a step stands. */
export function actionHref(projectId: string, action: Pick<OfferedAction, "command" | "byProxy">) {
  const base = `/projects/${projectId}/do/${action.command}`;
  return action.byProxy ? `${base}?proxy=1` : base;
}
