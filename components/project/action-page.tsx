import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DraftPage } from "@/components/application/draft-page";
import { ReviewPage } from "@/components/approval/review-page";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";
import type { Actor } from "@/lib/access/actor";
import type { CommandFormData } from "@/lib/commands/form-data";
import type { Command } from "@/lib/kernel/command";
import styles from "./action.module.css";
import { ActionAbout } from "./action-about";
import { ActionBeside } from "./action-beside";
import { ActionForm } from "./action-form";
import { ActionRefused, Blocked } from "./action-refused";
import { commandWords } from "./action-words";
import { titleOf, type Words } from "./words";

export interface ActionProps {
  actor: Actor;
  command: Command;
  data: CommandFormData;
  words: Words;
  now: Date;
  search: Readonly<Record<string, string>>;
  /** A collective decision that an officer enters for the manager. */
  byProxy: boolean;
}

/** Forms that are more than a form. */
const specials: Readonly<Record<string, (props: ActionProps) => Promise<ReactNode>>> = {
  "application.save-draft": DraftPage,
  "approval.save-review": ReviewPage,
  "approval.submit-review": ReviewPage,
};

/** One step on a project: what it is, what stands against it, its form, and what to read beside. */
export async function ActionPage(props: ActionProps) {
  const { command, data } = props;
  const special = specials[command.name];
  const Special = data.refusal === null ? special : undefined;
  return (
    <ActionFrame {...props}>
      {data.refusal !== null ? (
        <ActionRefused {...props} refusal={data.refusal} />
      ) : Special ? (
        <Special {...props} />
      ) : (
        <Generic {...props} />
      )}
    </ActionFrame>
  );
}

async function ActionFrame({
  command,
  data: { project },
  words,
  byProxy,
  children,
}: ActionProps & { children: ReactNode }) {
  const [t, projects] = await Promise.all([
    getTranslations("screens-application"),
    getTranslations("projects"),
  ]);
  const { title } = await commandWords(command);
  const name = titleOf(project, words) || t("untitled");
  return (
    <Page
      title={byProxy ? projects("byProxy", { name: title }) : title}
      crumbs={[
        { href: "/projects", label: projects("title") },
        { href: `/projects/${project.id}`, label: name },
      ]}
      what={[project.number ?? projects("unnumbered"), name, project.unitName].join(" · ")}
      standing={
        <p className={styles.place}>{t("action.place", { state: words.state(project.state) })}</p>
      }
      actions={<LinkButton href={`/projects/${project.id}`}>{t("action.back")}</LinkButton>}
    >
      {children}
    </Page>
  );
}

async function Generic(props: ActionProps) {
  const { command, data, words } = props;
  const t = await getTranslations("screens-application");
  const { intro } = await commandWords(command);
  return (
    <div className={styles.columns}>
      <div className={styles.form}>
        {intro ? <p className={styles.intro}>{intro}</p> : null}
        <ActionAbout lines={data.about} words={words} />
        <Blocked codes={data.blockedBy} projectId={data.project.id} />
        {data.documents.length > 0 ? (
          <Notice title={t("action.documents")}>
            {data.documents
              .map((kind) => words.names("document", kind))
              .join(words.locale === "en" ? "; " : "；")}
          </Notice>
        ) : null}
        {data.blockedBy.length > 0 ? null : <ActionForm {...props} />}
      </div>
      <ActionBeside {...props} />
    </div>
  );
}
