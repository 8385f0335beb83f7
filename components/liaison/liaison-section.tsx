import { getTranslations } from "next-intl/server";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { StepLinks } from "@/components/project/step-links";
import { LinkButton } from "@/components/ui/button";
import { Facts, Section } from "@/components/ui/content";
import { DateText } from "@/components/ui/figures";
import { query } from "@/lib/kernel/query";
import { projectLiaison } from "@/lib/liaison/project";
import { rememberProject } from "@/lib/project/load";
import styles from "./liaison.module.css";
import { VisitList } from "./visit-list";

type Props = Pick<ProjectViewProps, "actor" | "project">;

/** Whom to call about a project; for officials also the special watch on it and the visits. */
export async function LiaisonSection({ actor, project }: Props) {
  const read = await query(actor, (tx) => {
    rememberProject(tx, actor, project);
    return projectLiaison(tx, actor, project.id);
  });
  if (read === null || (read.contact === null && !read.official)) return null;
  const t = await getTranslations("liaison");
  const { contact, watch, visits, steps } = read;
  return (
    <Section
      title={t("section.title")}
      actions={
        <span className={styles.actions} data-screen-only>
          <StepLinks projectId={project.id} actions={steps} />
          {read.official ? (
            <LinkButton size="small" href={`/api/projects/${project.id}/brief.docx`}>
              {t("brief.button")}
            </LinkButton>
          ) : null}
        </span>
      }
    >
      <Facts
        items={[
          { label: t("section.body"), value: contact?.body ?? t("section.nobody") },
          ...(contact
            ? [
                { label: t("section.contact"), value: contact.name },
                { label: t("section.phone"), value: contact.phone },
              ]
            : []),
          ...(watch
            ? [
                {
                  label: t("section.watch"),
                  wide: true,
                  value: (
                    <>
                      {watch.reason} — {watch.setByName} <DateText value={watch.sinceAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {visits.length > 0 ? <VisitList visits={visits} /> : null}
    </Section>
  );
}
